[#import "/lib/image.yaml.ftl" as image]
[#-- The overlay of one production region: {id, region, title}. --]
[#macro overlay region]
# Production in [=region.title].
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: [=service.kebab]
resources:
  - ../../base
[@practice id="multi-az"]
components:
  - ../../components/production
[/@practice]
images:
  # Set by a pull request for each release.
  - name: [=image.name]
    digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
[@practice id="configuration-from-environment"]
configMapGenerator:
  - name: [=service.kebab]
    behavior: merge
    literals:
      - OTEL_RESOURCE_ATTRIBUTES=deployment.environment.name=production,cloud.region=[=region.region]
[/@practice]
patches:
  # In a cluster of another region the pods wait, instead of running in the wrong one.
  - target:
      kind: Deployment|Job
    patch: |-
      - op: add
        path: /spec/template/spec/nodeSelector
        value:
          topology.kubernetes.io/region: [=region.region]
[@practice id="kubernetes-ingress"]
  # The service's own name answers in every region; this one only here.
  - target:
      kind: Ingress
      name: [=service.kebab]
    patch: |-
[@practice id="https-everywhere"]
      - op: add
        path: /spec/tls/0/hosts/-
        value: [=region.id].[=service.host]
[/@practice]
      - op: copy
        from: /spec/rules/0
        path: /spec/rules/1
      - op: replace
        path: /spec/rules/1/host
        value: [=region.id].[=service.host]
[/@practice]
[/#macro]
