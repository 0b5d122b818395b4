FLYWAY_URL=jdbc:postgresql://database.[=service.host]:5432/[=service.snake]?sslmode=verify-full&sslrootcert=/run/secrets/database/ca.crt
[@practice id="least-privilege-database-role"]
FLYWAY_USER=[=service.snake]_owner
[/@practice]
[#if !practices["least-privilege-database-role"]??]
FLYWAY_USER=[=service.snake]_app
[/#if]
FLYWAY_SCHEMAS=[=service.snake]
FLYWAY_LOCATIONS=filesystem:/flyway/sql
FLYWAY_PLACEHOLDER_REPLACEMENT=false
FLYWAY_VALIDATE_MIGRATION_NAMING=true
FLYWAY_CONNECT_RETRIES=10
[@practice id="secrets-management"]
PGPASSFILE=/run/secrets/database/pgpass
[/@practice]
REDGATE_DISABLE_TELEMETRY=true
