spring:
  application:
    name: [=service.kebab]
[@practice id="secrets-management"]
  config:
    # The file database/password below this directory becomes the property database.password.
    import: optional:configtree:/run/secrets/
[/@practice]
  datasource:
[@practice id="configuration-from-environment"]
    url: ${DATABASE_URL:jdbc:postgresql://localhost:5432/[=service.snake]}
    username: ${DATABASE_USERNAME:[=service.snake]_app}
[/@practice]
[@practice id="secrets-management"]
    password: ${database.password:}
[/@practice]
    hikari:
[@practice id="performance-tuning"]
      maximum-pool-size: [=facts.database.connections]
[/@practice]
[@practice id="transaction-isolation"]
      transaction-isolation: TRANSACTION_READ_COMMITTED
[/@practice]
[@practice id="graceful-degradation"]
      # Without a database the service starts, and says that it is not ready.
      initialization-fail-timeout: -1
[/@practice]
[@practice id="timeouts"]
      connection-timeout: 3000
[/@practice]
      data-source-properties:
        ApplicationName: ${spring.application.name}
[@practice id="timeouts"]
        connectTimeout: 3
        socketTimeout: 15
        options: -c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=15000
[/@practice]
  jackson:
    default-property-inclusion: non_null
[@practice id="input-validation"]
    deserialization:
      accept-float-as-int: false
      fail-on-unknown-properties: true
    datatype:
      enum:
        fail-on-numbers-for-enums: true
    mapper:
      allow-coercion-of-scalars: false
    read:
      strict-duplicate-detection: true
[/@practice]
    write:
      write-bigdecimal-as-plain: true
[@practice id="request-size-limits"]
    factory:
      constraints:
        read:
          max-nesting-depth: 32
[/@practice]
[@practice id="graceful-shutdown"]
  lifecycle:
    timeout-per-shutdown-phase: 20s
[/@practice]
[@practice id="oauth2"]
[@practice id="jwt-authentication"]
  security:
    oauth2:
      resourceserver:
        jwt:
          issuer-uri: ${OAUTH2_ISSUER}
[@practice id="jwt-claims-validation"]
          audiences: ${OAUTH2_AUDIENCE}
[/@practice]
[/@practice]
[/@practice]
[@practice id="timeouts"]
  transaction:
    default-timeout: 10s
[/@practice]
  web:
    # Messages of the API are in one language, whatever the client or the machine prefers.
    locale: en
    locale-resolver: fixed
    resources:
      add-mappings: false

server:
  port: [=facts.ports.http]
[@practice id="graceful-shutdown"]
  shutdown: graceful
[/@practice]
  # The ingress says who called it and that it was called over TLS.
  forward-headers-strategy: native
[@practice id="request-size-limits"]
  max-http-request-header-size: 16KB
[/@practice]
  tomcat:
[@practice id="ddos-protection"]
    # A client that sends slowly does not hold a connection for long.
    connection-timeout: 10s
    keep-alive-timeout: 30s
    max-connections: 4096
[/@practice]
[@practice id="filtering"]
    # The brackets of filter[property], which many clients do not encode.
    relaxed-query-chars: "[,]"
[/@practice]
[@practice id="rate-limiting"]

rate-limit:
  requests: ${RATE_LIMIT_REQUESTS:100}
  window: ${RATE_LIMIT_WINDOW:60s}
[/@practice]
[@practice id="cors-policy"]

cors:
  allowed-origins: ${CORS_ALLOWED_ORIGINS:}
[/@practice]

management:
  server:
    port: [=facts.ports.management]
  endpoints:
    access:
      default: none
    jmx:
      exposure:
        exclude: "*"
    web:
      base-path: /
      discovery:
        enabled: false
      exposure:
        include: health,prometheus
      path-mapping:
        health: healthz
        prometheus: metrics
  endpoint:
[@practice id="health-checks"]
    health:
      access: read-only
      group:
[@practice id="liveness-probe"]
        live:
          include: livenessState
[/@practice]
[@practice id="readiness-probe"]
        ready:
          include: readinessState,db
[/@practice]
[/@practice]
[@practice id="metrics"]
    prometheus:
      access: read-only
[/@practice]
  otlp:
    metrics:
      export:
        enabled: false
[@practice id="distributed-traces"]
  tracing:
    sampling:
      probability: ${TRACING_SAMPLING_PROBABILITY:0.1}
[/@practice]

logging:
  level:
    # A wrong path or method is the client's business, and measured like every request.
    org.springframework.web.servlet.PageNotFound: error
[@practice id="structured-logs"]
  structured:
    format:
      console: ecs
[/@practice]
