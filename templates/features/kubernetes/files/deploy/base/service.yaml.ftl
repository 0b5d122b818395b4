apiVersion: v1
kind: Service
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
spec:
  type: ClusterIP
[@practice id="load-balancing"]
  # Replicas hold no session: any of them answers any request.
  sessionAffinity: None
[/@practice]
  selector:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/instance: [=service.kebab]
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
      appProtocol: http
