apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: [=service.kebab]
[@practice id="recommended-labels"]
labels:
  - pairs:
      app.kubernetes.io/part-of: [=service.kebab]
      app.kubernetes.io/managed-by: kustomize
    includeTemplates: true
[/@practice]
[@practice id="kubernetes-manifests"]
resources:
[@practice id="namespace-isolation"]
  - namespace.yaml
[/@practice]
[@practice id="namespace-quotas"]
  - limit-range.yaml
  - resource-quota.yaml
[/@practice]
[@practice id="network-policy"]
  - network-policies.yaml
[/@practice]
[#list slots["kubernetes.resources"] as resource]
  - [=resource.path]
[/#list]
[#if path.facts.migrations??]
[@practice id="schema-migrations"]
  - migration.yaml
[/@practice]
[/#if]
[@practice id="dedicated-service-account"]
  - service-account.yaml
[/@practice]
[@practice id="kubernetes-deployment"]
  - deployment.yaml
[/@practice]
[@practice id="kubernetes-service"]
  - service.yaml
[/@practice]
[@practice id="kubernetes-ingress"]
  - ingress.yaml
[/@practice]
[@practice id="horizontal-autoscaling"]
  - horizontal-pod-autoscaler.yaml
[/@practice]
[@practice id="pod-disruption-budget"]
  - pod-disruption-budget.yaml
[/@practice]
[/@practice]
[#if !practices["kubernetes-manifests"]??]
resources: []
[/#if]
[#if practices["configuration-from-environment"]?? || (path.facts.migrations?? && practices["schema-migrations"]??)]
# A changed value makes a new name, so that the pods roll and a rollback finds the old values again.
configMapGenerator:
[@practice id="configuration-from-environment"]
  - name: [=service.kebab]
    envs: [[=service.kebab].properties]
    options:
      labels:
        app.kubernetes.io/name: [=service.kebab]
        app.kubernetes.io/component: server
[/@practice]
[#if path.facts.migrations??]
[@practice id="schema-migrations"]
  - name: [=service.kebab]-migration
    envs: [migration.properties]
    options:
      labels:
        app.kubernetes.io/name: [=service.kebab]
        app.kubernetes.io/component: migration
[/@practice]
[/#if]
[/#if]
