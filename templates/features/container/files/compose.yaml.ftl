[#import "/lib/image.yaml.ftl" as image]
[#assign flyway = image.tagged("flyway/flyway") postgres = image.tagged("postgres")]
[#if path.facts.database??]
# A database for development, and with `--profile app` the whole service as it runs in production.
# The password in deploy/local/database-password opens nothing but this database, which only this machine can reach.
[#else]
# The service as it runs in production, for a look at it on this machine.
[/#if]
name: [=service.kebab]

services:
[#if path.facts.database??]
  database:
    image: [=postgres][@practice id="pinned-image"][=versions.image[postgres]?remove_beginning(postgres)][/@practice]
[@practice id="query-performance-metrics"]
    # Counts what each query costs.
    command: ["postgres", "-c", "shared_preload_libraries=pg_stat_statements"]
[/@practice]
    environment:
      POSTGRES_DB: [=service.snake]
      POSTGRES_USER: [=service.snake]_owner
      POSTGRES_PASSWORD_FILE: /run/secrets/database-password
    secrets:
      - database-password
[@practice id="least-privilege-database-role"]
    configs:
      - source: roles
        target: /docker-entrypoint-initdb.d/roles.sql
[/@practice]
    volumes:
      - database:/var/lib/postgresql/data
    ports:
      - 127.0.0.1:5432:5432
    healthcheck:
      # Over TCP: while it is being set up, PostgreSQL answers on its socket only.
      test: ["CMD", "pg_isready", "--host=127.0.0.1", "--username=[=service.snake]_owner", "--dbname=[=service.snake]"]
      interval: 2s
      timeout: 2s
      retries: 30
[@practice id="container-hardening"]
    cap_drop: [ALL]
    cap_add: [CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID]
    security_opt: ["no-new-privileges:true"]
[/@practice]

  migration:
    profiles: [app]
    image: [=flyway][@practice id="pinned-image"][=versions.image[flyway]?remove_beginning(flyway)][/@practice]
    # The password stays a file until Flyway itself needs it.
    entrypoint: ["bash", "-ec", "FLYWAY_PASSWORD=$$(cat /run/secrets/database-password) exec flyway migrate"]
    environment:
      FLYWAY_URL: jdbc:postgresql://database:5432/[=service.snake]
      FLYWAY_USER: [=service.snake]_owner
      FLYWAY_SCHEMAS: [=service.snake]
      FLYWAY_LOCATIONS: filesystem:/flyway/sql
      FLYWAY_PLACEHOLDER_REPLACEMENT: "false"
      REDGATE_DISABLE_TELEMETRY: "true"
    secrets:
      - database-password
    volumes:
      - ./[=path.facts.migrations]:/flyway/sql:ro
    depends_on:
      database:
        condition: service_healthy
[@practice id="container-hardening"]
    user: "10001:10001"
    read_only: true
    tmpfs: [/tmp]
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
[/@practice]

[/#if]
  app:
    profiles: [app]
    build: .
    image: [=service.kebab]:local
[#if slots["container.environment"]?has_content]
    environment:
[#list slots["container.environment"] as variable]
      [=variable.name]: "[=variable.value]"
[/#list]
[/#if]
[#if path.facts.database??]
    secrets:
      - source: database-password
        target: /run/secrets/database/password
[/#if]
    ports:
      - 127.0.0.1:[=path.facts.ports.http]:[=path.facts.ports.http]
      - 127.0.0.1:[=path.facts.ports.management]:[=path.facts.ports.management]
[#if path.facts.database??]
    depends_on:
      migration:
        condition: service_completed_successfully
[/#if]
[@practice id="container-hardening"]
    read_only: true
    tmpfs: [/tmp]
    cap_drop: [ALL]
    security_opt: ["no-new-privileges:true"]
[/@practice]
    mem_limit: [=path.facts.resources.memory]m
    stop_grace_period: 30s
[#if path.facts.database??]

[@practice id="least-privilege-database-role"]
configs:
  roles:
    content: |
      \set password `cat /run/secrets/database-password`
      create role [=service.snake]_app login password :'password';

[/@practice]
secrets:
  database-password:
    file: deploy/local/database-password

volumes:
  database:
[/#if]
