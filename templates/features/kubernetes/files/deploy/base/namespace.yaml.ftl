apiVersion: v1
kind: Namespace
metadata:
  name: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
[@practice id="pod-security-restricted"]
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: latest
    pod-security.kubernetes.io/audit: restricted
    pod-security.kubernetes.io/audit-version: latest
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/warn-version: latest
[/@practice]
  annotations:
    [=namespace.domain]/owner: [=service.owner]
