# HSTS, the limit on bodies and the rate limit are the service's own: no controller's annotation is needed for them.
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: server
[#if practices["load-balancing"]?? || practices["https-everywhere"]??]
  annotations:
[/#if]
[@practice id="load-balancing"]
    # To the replica that answers quickest: one that has just started, or is short of breath, gets less.
    nginx.ingress.kubernetes.io/load-balance: ewma
[/@practice]
[@practice id="https-everywhere"]
    cert-manager.io/cluster-issuer: [=facts.cluster["certificate-issuer"]]
[/@practice]
spec:
  ingressClassName: [=facts.cluster["ingress-class"]]
[@practice id="https-everywhere"]
  tls:
    - hosts:
        - [=service.host]
      secretName: [=service.kebab]-tls
[/@practice]
  rules:
    - host: [=service.host]
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: [=service.kebab]
                port:
                  name: http
