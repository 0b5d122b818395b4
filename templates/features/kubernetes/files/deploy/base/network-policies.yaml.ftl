[@practice id="zero-trust"]
# Nothing talks to anything in this namespace unless a policy below says so.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
---
[/@practice]
[#if path.facts.migrations??]
# The service and its migration. The migration has no named port, so nothing reaches it.
[/#if]
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: [=service.kebab]
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: [=facts.cluster["ingress-namespace"]]
      ports:
        - protocol: TCP
          port: http
[@practice id="metrics"]
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: [=facts.cluster["monitoring-namespace"]]
      ports:
        - protocol: TCP
          port: management
[/@practice]
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
        # NodeLocal DNSCache, where the cluster has it.
        - ipBlock:
            cidr: 169.254.20.10/32
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
[#if path.facts.database??]
    # The database has a private address.
    - to:
        - ipBlock:
            cidr: 10.0.0.0/8
        - ipBlock:
            cidr: 172.16.0.0/12
        - ipBlock:
            cidr: 192.168.0.0/16
      ports:
        - protocol: TCP
          port: [=path.facts.database.port]
[/#if]
---
# Only the service calls out: for the token issuer's keys, and to hand over traces.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: [=service.kebab]-outbound
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/instance: [=service.kebab]
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
[@practice id="defense-in-depth"]
            # Nodes answer for their own credentials there.
            except: [169.254.0.0/16]
[/@practice]
      ports:
        - protocol: TCP
          port: 443
[@practice id="distributed-traces"]
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: [=facts.cluster["monitoring-namespace"]]
      ports:
        - protocol: TCP
          port: 4317
        - protocol: TCP
          port: 4318
[/@practice]
