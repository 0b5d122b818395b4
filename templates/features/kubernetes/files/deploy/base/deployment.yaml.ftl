[#import "/lib/capacity.yaml.ftl" as capacity]
[#import "/lib/image.yaml.ftl" as image]
apiVersion: apps/v1
kind: Deployment
metadata:
  name: [=service.kebab]
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/instance: [=service.kebab]
    app.kubernetes.io/component: server
[@practice id="gitops"]
  annotations:
    # After the migration, which belongs to wave 0.
    argocd.argoproj.io/sync-wave: "1"
[/@practice]
spec:
[@practice id="horizontal-autoscaling"]
  # No replicas here: the autoscaler owns that number.
[/@practice]
[#if !practices["horizontal-autoscaling"]??]
  replicas: [=capacity.minimum]
[/#if]
  revisionHistoryLimit: 5
  progressDeadlineSeconds: 300
  selector:
    matchLabels:
      app.kubernetes.io/name: [=service.kebab]
      app.kubernetes.io/instance: [=service.kebab]
[@practice id="rolling-update"]
  minReadySeconds: 5
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
[/@practice]
  template:
    metadata:
      labels:
        app.kubernetes.io/name: [=service.kebab]
        app.kubernetes.io/instance: [=service.kebab]
        app.kubernetes.io/component: server
[#if practices["metrics"]?? || practices["cluster-autoscaling"]??]
      annotations:
[/#if]
[@practice id="cluster-autoscaling"]
        # What lies in its volumes may go: without this, a pod with an emptyDir keeps its node from being removed.
        cluster-autoscaler.kubernetes.io/safe-to-evict: "true"
[/@practice]
[@practice id="metrics"]
        prometheus.io/scrape: "true"
        prometheus.io/port: "[=path.facts.ports.management]"
        prometheus.io/path: [=path.facts.health.metrics]
[/@practice]
    spec:
[@practice id="dedicated-service-account"]
      serviceAccountName: [=service.kebab]
[/@practice]
      automountServiceAccountToken: false
      enableServiceLinks: false
[@practice id="graceful-shutdown"]
      # 10 s until no proxy sends requests any more, 20 s for the requests under way, and some to spare.
      terminationGracePeriodSeconds: 45
[/@practice]
[@practice id="self-healing"]
      # Pods of a node that is gone start elsewhere after half a minute, not after the five of the default.
      tolerations:
        - key: node.kubernetes.io/not-ready
          operator: Exists
          effect: NoExecute
          tolerationSeconds: 30
        - key: node.kubernetes.io/unreachable
          operator: Exists
          effect: NoExecute
          tolerationSeconds: 30
[/@practice]
[@practice id="pod-security-restricted"]
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        fsGroupChangePolicy: OnRootMismatch
        seccompProfile:
          type: RuntimeDefault
[/@practice]
[@practice id="multi-az"]
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: [=service.kebab]
              app.kubernetes.io/instance: [=service.kebab]
        - topologyKey: kubernetes.io/hostname
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              app.kubernetes.io/name: [=service.kebab]
              app.kubernetes.io/instance: [=service.kebab]
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels:
                    app.kubernetes.io/name: [=service.kebab]
                    app.kubernetes.io/instance: [=service.kebab]
[/@practice]
      containers:
        - name: [=service.kebab]
          # No such digest exists: each overlay names the image that is released there.
          image: [=image.name]@sha256:0000000000000000000000000000000000000000000000000000000000000000
          imagePullPolicy: Always
          ports:
            - name: http
              containerPort: [=path.facts.ports.http]
            - name: management
              containerPort: [=path.facts.ports.management]
[@practice id="configuration-from-environment"]
          envFrom:
            - configMapRef:
                name: [=service.kebab]
[/@practice]
[#if path.facts.database?? && !practices["secrets-management"]??]
          env:
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: [=service.kebab]-database
                  key: password
[/#if]
[#if practices["pod-security-restricted"]?? || practices["read-only-root-filesystem"]??]
          securityContext:
[/#if]
[@practice id="read-only-root-filesystem"]
            readOnlyRootFilesystem: true
[/@practice]
[@practice id="pod-security-restricted"]
            allowPrivilegeEscalation: false
            capabilities:
              drop: [ALL]
[/@practice]
[#if practices["resource-requests"]?? || practices["resource-limits"]??]
          resources:
[/#if]
[@practice id="resource-requests"]
            requests:
              cpu: [=capacity.cpu(path.facts.resources.cpu)?no_esc]
              memory: [=path.facts.resources.memory]Mi
              ephemeral-storage: [=path.facts.resources.disk]Mi
[/@practice]
[@practice id="resource-limits"]
            limits:
              # Starting takes more than running does.
              cpu: [=capacity.cpu(path.facts.resources["cpu-limit"])?no_esc]
              memory: [=path.facts.resources.memory]Mi
              ephemeral-storage: [=path.facts.resources.disk]Mi
[/@practice]
[@practice id="health-checks"]
[@practice id="startup-probe"]
          startupProbe:
            httpGet:
              path: [=path.facts.health.live]
              port: management
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: [=(path.facts.resources["start-seconds"] / 2)?ceiling]
[/@practice]
[@practice id="liveness-probe"]
          # Says nothing of what is behind the service: a restart would not bring it back.
          livenessProbe:
            httpGet:
              path: [=path.facts.health.live]
              port: management
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 3
[/@practice]
[@practice id="readiness-probe"]
          readinessProbe:
            httpGet:
              path: [=path.facts.health.ready]
              port: management
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
[/@practice]
[/@practice]
[@practice id="graceful-shutdown"]
          lifecycle:
            preStop:
              sleep:
                seconds: 10
[/@practice]
          volumeMounts:
            - name: tmp
              mountPath: /tmp
[#if path.facts.database??]
            - name: database
              mountPath: /run/secrets/database
              readOnly: true
[/#if]
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 128Mi
[#if path.facts.database??]
[@practice id="secrets-management"]
        - name: database
          secret:
            secretName: [=service.kebab]-database
            defaultMode: 0440
[/@practice]
[#if !practices["secrets-management"]??]
        - name: database
          secret:
            secretName: [=service.kebab]-database
            items:
              - key: ca.crt
                path: ca.crt
[/#if]
[/#if]
