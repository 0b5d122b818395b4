[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.web;

[@code.importing [
  "java.io.IOException",
  "java.nio.charset.StandardCharsets",
  "java.security.MessageDigest",
  "java.security.NoSuchAlgorithmException",
  "java.util.Base64",
  "java.util.regex.Matcher",
  "java.util.regex.Pattern",
  "org.springframework.core.io.ClassPathResource",
  "org.springframework.http.CacheControl",
  "org.springframework.http.MediaType",
  "org.springframework.http.ResponseEntity",
  "org.springframework.web.bind.annotation.GetMapping",
  "org.springframework.web.bind.annotation.RestController"
]]
/** Serves the OpenAPI document and the page made from it. */
@RestController
class Documentation {

[@practice id="api-reference-page"]
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

[/@practice]
[@practice id="openapi-document"]
    private final String openapi = read("api/openapi.yaml");
[/@practice]
[@practice id="api-reference-page"]
    private final String page = read("api/index.html");
    private final String pagePolicy = "default-src 'none'; style-src " + styleHashes(page) + "; frame-ancestors 'none'";
[/@practice]

    Documentation() throws IOException[@practice id="api-reference-page"], NoSuchAlgorithmException[/@practice] {}

[@practice id="openapi-document"]
    @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
    ResponseEntity<String> openapi() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(openapi);
    }

[/@practice]
[@practice id="api-reference-page"]
    @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
[@practice id="content-security-policy"]
                .header("Content-Security-Policy", pagePolicy)
[/@practice]
                .body(page);
    }

[/@practice]
    private static String read(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
[@practice id="api-reference-page"]

    private static String styleHashes(String html) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        StringBuilder hashes = new StringBuilder("'self'");
        for (Matcher style = STYLE.matcher(html); style.find();) {
            byte[] hash = sha256.digest(style.group(1).getBytes(StandardCharsets.UTF_8));
            hashes.append(" 'sha256-")
                    .append(Base64.getEncoder().encodeToString(hash))
                    .append('\'');
        }
        return hashes.toString();
    }
[/@practice]
}
[/@code.importing]
