[#import "/lib/capacity.yaml.ftl" as capacity]
[#assign need = path.facts.resources]
# Twice the most replicas: room for a second set of pods beside the first, none for a runaway.
apiVersion: v1
kind: ResourceQuota
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
spec:
  hard:
    pods: "[=capacity.pods]"
    requests.cpu: [=capacity.cpu(capacity.pods * need.cpu)?no_esc]
    requests.memory: [=capacity.pods * need.memory]Mi
    requests.ephemeral-storage: [=capacity.pods * need.disk]Mi
    limits.cpu: [=capacity.cpu(capacity.pods * need["cpu-limit"])?no_esc]
    limits.memory: [=capacity.pods * need.memory]Mi
    limits.ephemeral-storage: [=capacity.pods * need.disk]Mi
[@practice id="blast-radius"]
    # Who gets in here can't open another way in, or fill disks of the cluster.
    persistentvolumeclaims: "0"
    services.loadbalancers: "0"
    services.nodeports: "0"
[/@practice]
