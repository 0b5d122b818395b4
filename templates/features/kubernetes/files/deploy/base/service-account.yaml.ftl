apiVersion: v1
kind: ServiceAccount
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
automountServiceAccountToken: false
