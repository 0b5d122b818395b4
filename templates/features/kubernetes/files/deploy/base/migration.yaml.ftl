[#import "/lib/image.yaml.ftl" as image]
[#assign flyway = image.tagged("flyway/flyway")]
apiVersion: v1
kind: ServiceAccount
metadata:
  name: [=service.kebab]-migration
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/component: migration
automountServiceAccountToken: false
---
apiVersion: batch/v1
kind: Job
metadata:
  name: [=service.kebab]-migration
  namespace: [=service.kebab]
  labels:
    app.kubernetes.io/name: [=service.kebab]
    app.kubernetes.io/instance: [=service.kebab]-migration
    app.kubernetes.io/component: migration
[@practice id="gitops"]
  annotations:
    # A job can't be changed: Argo CD replaces it at each sync, and waits for it before the deployment's wave.
    argocd.argoproj.io/hook: Sync
    argocd.argoproj.io/hook-delete-policy: BeforeHookCreation
[/@practice]
spec:
  backoffLimit: 3
  activeDeadlineSeconds: 600
  ttlSecondsAfterFinished: 86400
  podReplacementPolicy: Failed
  template:
    metadata:
      labels:
        app.kubernetes.io/name: [=service.kebab]
        app.kubernetes.io/instance: [=service.kebab]-migration
        app.kubernetes.io/component: migration
    spec:
      serviceAccountName: [=service.kebab]-migration
      automountServiceAccountToken: false
      enableServiceLinks: false
      restartPolicy: Never
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
      containers:
        - name: flyway
          image: [=flyway][@practice id="pinned-image"][=versions.image[flyway]?remove_beginning(flyway)][/@practice]
          imagePullPolicy: Always
          args: [migrate]
          envFrom:
            - configMapRef:
                name: [=service.kebab]-migration
[#if !practices["secrets-management"]??]
          env:
            - name: FLYWAY_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: [=service.kebab]-database-owner
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
              cpu: 100m
              memory: 512Mi
              ephemeral-storage: 256Mi
[/@practice]
[@practice id="resource-limits"]
            limits:
              cpu: "1"
              memory: 512Mi
              ephemeral-storage: 256Mi
[/@practice]
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            - name: sql
              mountPath: /flyway/sql
              readOnly: true
            - name: database
              mountPath: /run/secrets/database
              readOnly: true
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 64Mi
        - name: sql
          configMap:
            name: [=service.kebab]-migrations
[@practice id="secrets-management"]
        - name: database
          secret:
            secretName: [=service.kebab]-database-owner
            defaultMode: 0440
[/@practice]
[#if !practices["secrets-management"]??]
        - name: database
          secret:
            secretName: [=service.kebab]-database-owner
            items:
              - key: ca.crt
                path: ca.crt
[/#if]
