[#import "/lib/image.yaml.ftl" as image]
[#import "/lib/capacity.yaml.ftl" as capacity]
# Staging.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: [=service.kebab]
resources:
  - ../../base
images:
  # Set by a pull request for each release.
  - name: [=image.name]
    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
configMapGenerator:
[@practice id="configuration-from-environment"]
  - name: [=service.kebab]
    behavior: merge
    literals:
[#list slots["kubernetes.configmap"]?filter(item -> item.staging??) as item]
      - "[=item.name]=[=item.staging]"
[/#list]
      - OTEL_RESOURCE_ATTRIBUTES=deployment.environment.name=staging,cloud.region=[=facts.staging.region]
[/@practice]
[#if path.facts.migrations??]
[@practice id="schema-migrations"]
  - name: [=service.kebab]-migration
    behavior: merge
    literals:
      - FLYWAY_URL=jdbc:postgresql://database.[=facts.staging.host]:5432/[=service.snake]?sslmode=verify-full&sslrootcert=/run/secrets/database/ca.crt
[/@practice]
[/#if]
patches:
  # In a cluster of another region the pods wait, instead of running in the wrong one.
  - target:
      kind: Deployment|Job
    patch: |-
      - op: add
        path: /spec/template/spec/nodeSelector
        value:
          topology.kubernetes.io/region: [=facts.staging.region]
[@practice id="horizontal-autoscaling"]
[@practice id="cost-optimization"]
  # Nobody waits for staging: it need not grow as production does.
  - target:
      kind: HorizontalPodAutoscaler
      name: [=service.kebab]
    patch: |-
      - op: replace
        path: /spec/maxReplicas
        value: [=capacity.minimum + 1]
[/@practice]
[/@practice]
[@practice id="kubernetes-ingress"]
  - target:
      kind: Ingress
      name: [=service.kebab]
    patch: |-
[@practice id="https-everywhere"]
      - op: replace
        path: /spec/tls/0/hosts/0
        value: [=facts.staging.host]
[/@practice]
      - op: replace
        path: /spec/rules/0/host
        value: [=facts.staging.host]
[/@practice]
