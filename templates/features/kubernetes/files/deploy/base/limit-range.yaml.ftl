# For a container that states nothing itself, such as one that is added for debugging.
apiVersion: v1
kind: LimitRange
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
spec:
  limits:
    - type: Container
      defaultRequest:
        cpu: 100m
        memory: 128Mi
        ephemeral-storage: 64Mi
      default:
        cpu: 500m
        memory: 256Mi
        ephemeral-storage: 256Mi
[@practice id="blast-radius"]
      # One container that runs away takes no more than this from its neighbours.
      max:
        cpu: "4"
        memory: 2Gi
        ephemeral-storage: 2Gi
[/@practice]
