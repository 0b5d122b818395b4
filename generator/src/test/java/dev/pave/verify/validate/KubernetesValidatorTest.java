package dev.pave.verify.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesValidatorTest {

    private static final String WHOLE = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop, namespace: shop}
            spec:
              selector:
                matchLabels: {app: shop}
              template:
                metadata:
                  labels: {app: shop}
                spec:
                  serviceAccountName: shop
                  containers:
                    - name: shop
                      image: shop:1
                      ports: [{name: http, containerPort: 8080}]
                      envFrom: [{configMapRef: {name: shop}}]
                      readinessProbe: {httpGet: {path: /, port: http}}
                      volumeMounts: [{name: keys, mountPath: /keys}]
                  volumes:
                    - name: keys
                      secret: {secretName: shop-keys}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: shop, namespace: shop}
            spec:
              selector: {app: shop}
              ports: [{name: web, port: 80, targetPort: http}]
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: shop, namespace: shop}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: shop, namespace: shop}
            ---
            apiVersion: external-secrets.io/v1
            kind: ExternalSecret
            metadata: {name: keys, namespace: shop}
            spec:
              target: {name: shop-keys}
              data: [{secretKey: a, remoteRef: {key: b}}]
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: shop, namespace: shop}
            spec:
              scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: shop}
              maxReplicas: 3
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: shop, namespace: shop}
            spec:
              podSelector:
                matchLabels: {app: shop}
              ingress: [{ports: [{port: http}]}]
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: shop, namespace: shop}
            spec:
              maxUnavailable: 1
              selector: {matchLabels: {app: shop}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: shop, namespace: shop}
            spec:
              defaultBackend: {service: {name: shop, port: {name: web}}}
            """;

    @Test
    void whatIsWholeIsNoFinding() {
        assertThat(new Repository().with("a.yaml", WHOLE).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image: shop:1 | imag: shop:1 | unknown-field | 14
            containerPort: 8080 | containerPort: http | wrong-type | 15
            - name: shop | - tty: true | missing-field | 13
            maxReplicas: 3 | minReplicas: 3 | missing-field | 49
            kind: Deployment | kind: Deploymnt | unknown-kind | 2
            apps/v1 | extensions/v1beta1 | unknown-kind | 2
            labels: {app: shop} | labels: {app: 1} | wrong-type | 9
            labels: {app: shop} | labels: {app: x} | selector-matches-nothing | 6
            selector: {app: shop} | selector: {app: x} | selector-matches-nothing | 27
            targetPort: http | targetPort: https | unknown-port | 28
            port: http}} | port: htp}} | unknown-port | 17
            {ports: [{port: http}]} | {ports: [{port: web}]} | unknown-port | 58
            name: web}}} | name: wob}}} | unknown-port | 71
            {service: {name: shop | {service: {name: shp | missing-target | 71
            serviceAccountName: shop | serviceAccountName: shp | missing-service-account | 11
            configMapRef: {name: shop} | configMapRef: {name: shp} | missing-config-map | 16
            target: {name: shop-keys} | target: {name: other} | missing-secret | 21
            volumeMounts: [{name: keys | volumeMounts: [{name: key | unknown-volume | 18
            kind: Deployment, name: shop | kind: Deployment, name: shp | missing-target | 49
            selector: {matchLabels: {app: shop}} | selector: {matchLabels: {app: x}} | selector-matches-nothing | 65
            secretKey: a, | secretKee: a, | unknown-field | 43
            target: {name: shop-keys} | target: {name: shop-keys, creationPolicy: x} | wrong-value | 42
            """)
    void aFaultIsFoundWhereItIs(String whole, String broken, String rule, int line) {
        assertThat(WHOLE).contains(whole);

        assertThat(new Repository()
                        .with("a.yaml", WHOLE.replaceFirst(Pattern.quote(whole), Matcher.quoteReplacement(broken)))
                        .findings())
                .contains("kubernetes/" + rule + " a.yaml:" + line);
    }

    @Test
    void oneNameIsGivenOnceWhereObjectsAreAppliedTogether() {
        String object = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n";

        assertThat(new Repository()
                        .with("a/a.yaml", object)
                        .with("a/b.yaml", object)
                        .findings())
                .containsExactly("kubernetes/duplicate-object a/b.yaml:4");
        assertThat(new Repository()
                        .with("a/a.yaml", object)
                        .with("b/b.yaml", object)
                        .findings())
                .isEmpty();
        assertThat(new Repository()
                        .with("kustomization.yaml", "resources: [a/a.yaml, b/b.yaml]\n")
                        .with("a/a.yaml", object)
                        .with("b/b.yaml", object)
                        .findings())
                .containsExactly("kubernetes/duplicate-object b/b.yaml:4");
    }

    @Test
    void customResourcesThatNobodyDescribedAreLeftAlone() {
        assertThat(new Repository()
                        .with("a.yaml", "apiVersion: acme.example/v1\nkind: Thing\nmetadata: {name: x}\nany: 1\n")
                        .findings())
                .isEmpty();
    }
}
