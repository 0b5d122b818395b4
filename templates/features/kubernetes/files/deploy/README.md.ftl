[#import "/lib/capacity.yaml.ftl" as capacity]
[#import "/lib/image.yaml.ftl" as image]
[#assign ownerKey = (practices["secrets-management"]??)?then("pgpass", "password")]
[#assign regions = 1 + (practices["multi-region"]??)?then(facts.regions?size, 0)]
# Deploying [=service.kebab]

`deploy/base` is the service as it runs everywhere, `deploy/overlays/<environment>` is where it runs: region, host, size and image.

| overlay | region | host |
| --- | --- | --- |
| `staging` | [=facts.staging.region] | [=facts.staging.host] |
| `production-[=facts.home.id]` | [=facts.home.region] | [=service.host], [=facts.home.id].[=service.host] |
[@practice id="multi-region"]
[#list facts.regions as region]
| `production-[=region.id]` | [=region.region] | [=service.host], [=region.id].[=service.host] |
[/#list]
[/@practice]

## What the cluster brings

- Kubernetes 1.30 or newer, with a network plug-in that enforces NetworkPolicy.
- An ingress controller of class `[=facts.cluster["ingress-class"]]` in namespace `[=facts.cluster["ingress-namespace"]]`, and cert-manager with a ClusterIssuer `[=facts.cluster["certificate-issuer"]]`.
  Another controller: change `ingress.yaml` and the namespace in `network-policies.yaml`.
- Prometheus in namespace `[=facts.cluster["monitoring-namespace"]]`. It finds the pods by their `prometheus.io/…` annotations, port [=path.facts.ports.management], `[=path.facts.health.metrics]`.
[@practice id="horizontal-autoscaling"]
- metrics-server, for the autoscaler.
[/@practice]
[@practice id="vertical-autoscaling"]
- Where the Vertical Pod Autoscaler runs, add `../../components/right-sizing` to an overlay's components: it recommends requests.
[/@practice]
[#if path.facts.database??]
- PostgreSQL 17 on a private address, at the host in `DATABASE_URL`, with a database `[=service.snake]` and two roles:
  `[=service.snake]_owner` owns the database, `[=service.snake]_app` may only log in. All regions use the one primary; "Size" says how many
  connections it must allow.
[/#if]
[@practice id="cluster-autoscaling"]
- Node groups that grow by themselves in three zones of a region, up to [=capacity.maximum + 1] pods of [=path.facts.resources.memory] MiB.
[/@practice]

## Size

[@practice id="user-capacity"]
The service is sized for [=capacity.users] people.
[/@practice]
[@practice id="concurrent-users"]
[=capacity.people] of them at once, each asking every five seconds, are [=capacity.requests] requests a second.
[/@practice]
A replica is taken to answer 100 requests a second: an assumption, until a load test of your own says otherwise.

| what | how much | where it is set |
| --- | --- | --- |
[@practice id="horizontal-autoscaling"]
| replicas in production, by load | [=capacity.minimum] to [=capacity.maximum] | `base/horizontal-pod-autoscaler.yaml` |
[@practice id="cost-optimization"]
| replicas in staging | [=capacity.minimum] to [=capacity.minimum + 1] | `overlays/staging` |
[/@practice]
[/@practice]
[#if !practices["horizontal-autoscaling"]??]
| replicas | [=capacity.minimum] | `base/deployment.yaml` |
[/#if]
[@practice id="namespace-quotas"]
| pods that the quota allows | [=capacity.pods] | `base/resource-quota.yaml` |
[/@practice]
[#if path.facts.database??]
| connections of a replica | [=path.facts.database.connections] at most | the service's connection pool |
| connections of a region | [=capacity.connections()]: [=capacity.maximum] replicas and 1 while rolling | follows |
| connections of production | [=capacity.connections() * regions] | `max_connections` of the primary, plus what migrations and people need |

A role without a limit can take every connection. This keeps one wrong number from locking everybody else out:

```sql
alter role [=service.snake]_app connection limit [=capacity.connections() * regions];
```

Whoever raises the most replicas or the pool raises both limits first: a replica that gets no connection is not ready.
[/#if]

[@practice id="cost-optimization"]
## Right-sizing

What is requested is paid for, used or not. Every quarter, and after each change that moves the load:

1. Usage: the highest CPU and memory of a replica in the last 14 days, from Prometheus, or
[@practice id="vertical-autoscaling"]
   `kubectl describe verticalpodautoscaler [=service.kebab] --namespace [=service.kebab]` where `components/right-sizing` runs; else
[/@practice]
   `kubectl top pods --namespace [=service.kebab] --containers` at the busiest hour.
2. Analysis: CPU under half of the request, or memory under two thirds of it, is paid for in vain; a restart with `OOMKilled`, or CPU
   that stays above the request, is paid for by the people who wait.
3. Change requests and limits in `base/deployment.yaml`, a quarter at a time, in staging first[@practice id="namespace-quotas"]; `base/resource-quota.yaml` has to
   allow what is asked[/@practice].

[/@practice]
[#if path.facts.database??]
## Secrets

[@practice id="secrets-management"]
They never enter Git, and reach the containers as files, which nothing inherits or prints by accident.
[/@practice]
Make them once for each cluster, under these names:

```sh
[@practice id="namespace-isolation"]
kubectl apply --filename deploy/base/namespace.yaml
[/@practice]
kubectl create secret generic [=service.kebab]-database --namespace [=service.kebab] \
  --from-file=password=app-password.txt --from-file=ca.crt=database-ca.crt
[#if path.facts.migrations??]
kubectl create secret generic [=service.kebab]-database-owner --namespace [=service.kebab] \
[@practice id="secrets-management"]
  --from-file=pgpass=owner.pgpass --from-file=ca.crt=database-ca.crt
[/@practice]
[#if !practices["secrets-management"]??]
  --from-file=password=owner-password.txt --from-file=ca.crt=database-ca.crt
[/#if]
[/#if]
```

`app-password.txt` is the password of `[=service.snake]_app`.
[#if path.facts.migrations??]
[@practice id="secrets-management"]
`owner.pgpass` is one line in PostgreSQL's own format, `*:*:*:[=service.snake]_owner:PASSWORD`, with `:` and `\` in the password
escaped by `\`.
[/@practice]
[/#if]
cert-manager makes `[=service.kebab]-tls`, and renews it.

Where the External Secrets Operator runs, it can make them instead: add `../../components/external-secrets` to an overlay's components. It
reads the store `[=facts.cluster["secret-store"]]` of the cluster, where `[=service.kebab]/database` has the properties `password` and `ca.crt`[#if path.facts.migrations??], and
`[=service.kebab]/database-owner` has `[=ownerKey]` and `ca.crt`[/#if].

[@practice id="secrets-rotation"]
## Rotating a password

No image is built and no commit is made for it. The service reads its password when it starts: a changed file alone changes nothing, a
restart does. PostgreSQL checks a password when a connection is opened, so replicas go on with the connections that they have. Those
are replaced from time to time, which fails between steps 2 and 3: take the steps in one go, at a quiet time.

1. Put the new password into the secret, in each cluster:

   ```sh
   printf %s "$(openssl rand -hex 32)" > app-password.txt
   kubectl create secret generic [=service.kebab]-database --namespace [=service.kebab] \
     --from-file=password=app-password.txt --from-file=ca.crt=database-ca.crt \
     --dry-run=client --output yaml | kubectl replace --filename -
   ```

   With the component for external secrets, change it in the store instead, and do not wait for the next hour:

   ```sh
   kubectl annotate externalsecret [=service.kebab]-database --namespace [=service.kebab] force-sync="$(date +%s)" --overwrite
   ```

2. Give it to the role. `\password` sends only a hash, so no log of the server has the password:

   ```sh
   psql "$ADMIN_URL" --command '\password [=service.snake]_app'
   ```

3. Restart, in each cluster. Argo CD leaves a restart alone:

   ```sh
   kubectl rollout restart deployment/[=service.kebab] --namespace [=service.kebab]
   kubectl rollout status deployment/[=service.kebab] --namespace [=service.kebab] --timeout 10m
   ```

4. See that no connection is older than the new password:

   ```sql
   select client_addr, min(backend_start) as oldest, count(*) as connections
   from pg_stat_activity where usename = '[=service.snake]_app' group by client_addr order by oldest;
   ```

A replica that starts between steps 1 and 2 is not ready until step 2 is done. To go back, repeat the steps
with the old password.

[#if path.facts.migrations??]
`[=service.snake]_owner` has steps 1 and 2 only, with the secret `[=service.kebab]-database-owner`: each migration job reads it anew. For a new
certificate authority, let `ca.crt` hold the old and the new one until the server has changed, in both secrets.

[/#if]
[/@practice]
[/#if]
## Deploying

[@practice id="gitops"]
Git says what runs: each overlay names the image by its digest, and merging a pull request that changes it is a deployment. Until the
first release the digest is all zeros, and nothing can start.

[#if path.facts.migrations??]
Argo CD applies an overlay in two waves: first everything but the Deployment, with the migration, and when that has succeeded, the
Deployment.

[/#if]
[/@practice]
By hand:

```sh
overlay=deploy/overlays/staging
[#if path.facts.migrations??]
kubectl delete job [=service.kebab]-migration --namespace [=service.kebab] --ignore-not-found
kubectl kustomize $overlay | kubectl apply --selector 'app.kubernetes.io/component!=server' --filename -
kubectl wait job/[=service.kebab]-migration --namespace [=service.kebab] --for condition=complete --timeout 10m
[/#if]
kubectl apply --kustomize $overlay
kubectl rollout status deployment/[=service.kebab] --namespace [=service.kebab] --timeout 10m
```

[#if path.facts.migrations??]
[@practice id="safe-migrations"]
The old replicas serve on the new schema until the last of them is gone, so a migration only adds (expand); what nobody uses any more
is removed in a later release (contract).

[/@practice]
[/#if]
## Rolling back

Revert the commit that changed the digest. [#if path.facts.migrations??]The schema stays as it is: the last release runs on it, by the rule above. [/#if]In a hurry:

```sh
kubectl rollout undo deployment/[=service.kebab] --namespace [=service.kebab]
```

and suspend the automatic sync meanwhile, or Argo CD rolls forward again.

[@practice id="debugging-commands"]
## Looking inside

```sh
kubectl get pods,hpa,pdb --namespace [=service.kebab] --output wide
kubectl logs deployment/[=service.kebab] --namespace [=service.kebab] --all-pods --since 10m
[#if path.facts.migrations??]
kubectl logs job/[=service.kebab]-migration --namespace [=service.kebab]
[/#if]
kubectl describe pod --namespace [=service.kebab] --selector app.kubernetes.io/instance=[=service.kebab]
kubectl get events --namespace [=service.kebab] --sort-by .lastTimestamp
kubectl port-forward deployment/[=service.kebab] --namespace [=service.kebab] [=path.facts.ports.management]   # then ask localhost:[=path.facts.ports.management][=path.facts.health.ready]
```

The image has no shell. A container for debugging shares a pod's processes and is held to the same rules:

```sh
kubectl debug POD --namespace [=service.kebab] --profile restricted --target [=service.kebab] --image [=versions.image[image.tagged("busybox")]] --stdin --tty
```

| what you see | look at |
| --- | --- |
| pods `Pending` | the overlay's region against the nodes' label `topology.kubernetes.io/region`; a zone without room; the quota: `kubectl describe quota` |
[#if path.facts.database??]
| pods `ContainerCreating` | one of the two secrets is missing: `kubectl get events` names it |
[/#if]
| pods run but are not ready | `[=path.facts.health.ready]` on port [=path.facts.ports.management] says why[#if path.facts.database??]; mostly the database, its password or its network[/#if] |
[#if path.facts.migrations??]
| the migration failed | its log; it may run again once the cause is gone, for a failed migration leaves nothing behind |
[/#if]
| time-outs between services | `network-policies.yaml`: what is not allowed there is dropped without a word |
[/@practice]
