[#import "/lib/capacity.yaml.ftl" as capacity]
[@practice id="user-capacity"]
# For [=capacity.users] people.
[/@practice]
[@practice id="concurrent-users"]
# [=capacity.people] people at once, each asking every five seconds, are [=capacity.requests] requests a second: [=capacity.minimum] replicas carry them
# with one to spare, at least one for each zone.
[/@practice]
[#if path.facts.database??]
# A replica holds up to [=path.facts.database.connections] connections to the database: [=capacity.maximum] of them, and 1 while rolling, are [=capacity.connections()].
[/#if]
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: [=service.kebab]
  minReplicas: [=capacity.minimum]
  maxReplicas: [=capacity.maximum]
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
  behavior:
    scaleUp:
      # A starting replica is busy with itself: without a pause, it would call for another.
      stabilizationWindowSeconds: 60
      policies:
        - type: Pods
          value: 2
          periodSeconds: 60
    scaleDown:
      stabilizationWindowSeconds: 300
      policies:
        - type: Pods
          value: 1
          periodSeconds: 60
