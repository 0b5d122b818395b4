[#assign ownerKey = (practices["secrets-management"]??)?then("pgpass", "password")]
# The same secrets that deploy/README.md makes by hand, from the store of the cluster.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: [=service.kebab]-database
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
spec:
[@practice id="secrets-rotation"]
  # A password that changed in the store is in the cluster an hour later.
  refreshInterval: 1h0m0s
[/@practice]
  secretStoreRef:
    kind: ClusterSecretStore
    name: [=facts.cluster["secret-store"]]
  target:
    name: [=service.kebab]-database
    # The secret stays when this object goes.
    creationPolicy: Orphan
  data:
    - secretKey: password
      remoteRef:
        key: [=service.kebab]/database
        property: password
    - secretKey: ca.crt
      remoteRef:
        key: [=service.kebab]/database
        property: ca.crt
[#if path.facts.migrations??]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: [=service.kebab]-database-owner
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: migration
spec:
[@practice id="secrets-rotation"]
  # A password that changed in the store is in the cluster an hour later.
  refreshInterval: 1h0m0s
[/@practice]
  secretStoreRef:
    kind: ClusterSecretStore
    name: [=facts.cluster["secret-store"]]
  target:
    name: [=service.kebab]-database-owner
    # The secret stays when this object goes.
    creationPolicy: Orphan
  data:
    - secretKey: [=ownerKey]
      remoteRef:
        key: [=service.kebab]/database-owner
        property: [=ownerKey]
    - secretKey: ca.crt
      remoteRef:
        key: [=service.kebab]/database-owner
        property: ca.crt
[/#if]
