# Recommends requests and changes nothing: the horizontal autoscaler reads the same CPU figures, and two hands on them would fight.
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: [=service.kebab]
  updatePolicy:
    updateMode: "Off"
