apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: [=service.kebab]
  title: [=service.kebab]
  description: "[=service.description]"
  annotations:
    github.com/project-slug: [=namespace.scope?remove_beginning("@")]/[=service.kebab]
    backstage.io/kubernetes-id: [=service.kebab]
  tags: [[#list path.facts.portal.tags as tag][=tag][#sep], [/#sep][/#list]]
spec:
  type: service
  lifecycle: experimental
  owner: group:default/[=service.owner]
[#if practices["openapi-document"]??]
  providesApis: [[=service.kebab]]
[/#if]
  dependsOn: [resource:default/[=service.kebab]-database]
[#if practices["openapi-document"]??]
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: [=service.kebab]
  title: [=service.kebab] API
  description: "[=service.description]"
spec:
  type: openapi
  lifecycle: experimental
  owner: group:default/[=service.owner]
  definition:
    $text: ./api/openapi.yaml
[/#if]
---
apiVersion: backstage.io/v1alpha1
kind: Resource
metadata:
  name: [=service.kebab]-database
  title: [=service.kebab] database
  description: PostgreSQL schema [=service.snake], which [=service.kebab] alone uses
spec:
  type: database
  owner: group:default/[=service.owner]
  dependencyOf: [component:default/[=service.kebab]]
