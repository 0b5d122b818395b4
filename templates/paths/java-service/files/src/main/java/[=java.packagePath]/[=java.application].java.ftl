[#import "/lib/code.java.ftl" as code]
package [=java.package];

[@code.importing [
  "org.springframework.boot.SpringApplication",
  "org.springframework.boot.autoconfigure.SpringBootApplication",
  "org.springframework.boot.context.properties.ConfigurationPropertiesScan",
  "org.springframework.resilience.annotation.EnableResilientMethods",
  "org.springframework.scheduling.annotation.EnableScheduling"
]]
@SpringBootApplication
@ConfigurationPropertiesScan
[@practice id="retries"]
@EnableResilientMethods
[/@practice]
[@practice id="idempotency-keys"]
@EnableScheduling
[/@practice]
public class [=java.application] {

    public static void main(String[] args) {
        SpringApplication.run([=java.application].class, args);
    }
}
[/@code.importing]
