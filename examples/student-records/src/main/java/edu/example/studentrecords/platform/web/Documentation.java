package edu.example.studentrecords.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the OpenAPI document and the page made from it. */
@RestController
class Documentation {

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final String openapi = read("api/openapi.yaml");
    private final String page = read("api/index.html");
    private final String pagePolicy = "default-src 'none'; style-src " + styleHashes(page) + "; frame-ancestors 'none'";

    Documentation() throws IOException, NoSuchAlgorithmException {}

    @GetMapping(path = "/openapi.yaml", produces = "application/yaml")
    ResponseEntity<String> openapi() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(openapi);
    }

    @GetMapping(path = "/docs", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", pagePolicy)
                .body(page);
    }

    private static String read(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }

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
}
