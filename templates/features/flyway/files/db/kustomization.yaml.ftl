# The migrations as a ConfigMap for the job that runs them. A new migration is added to this list.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
configMapGenerator:
  - name: [=service.kebab]-migrations
    files:
      - migration/V1__create_schema.sql
