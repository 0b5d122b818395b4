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
  selector:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/instance: [=service.kebab]
  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
      appProtocol: http
