# What all production regions share beyond the base.
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
  # A zone may fail: better a pod that waits than all pods in one zone.
  - target:
      kind: Deployment
      name: [=service.kebab]
    patch: |-
      - op: replace
        path: /spec/template/spec/topologySpreadConstraints/0/whenUnsatisfiable
        value: DoNotSchedule
