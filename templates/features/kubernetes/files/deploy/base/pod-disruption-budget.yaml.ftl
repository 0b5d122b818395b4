apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
spec:
  maxUnavailable: 1
  # A pod that is not ready serves nobody: it must not hold up a node's maintenance.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      app.kubernetes.io/name: [=service.kebab]
      app.kubernetes.io/instance: [=service.kebab]
