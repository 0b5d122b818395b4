[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.security;

[@code.importing [
  "jakarta.servlet.http.HttpServletRequest",
  "jakarta.servlet.http.HttpServletResponse",
  "java.util.Set",
  "org.springframework.http.HttpMethod",
  "org.springframework.security.access.AccessDeniedException",
  "org.springframework.security.core.authority.SimpleGrantedAuthority",
  "org.springframework.security.core.context.SecurityContextHolder",
  "org.springframework.stereotype.Component",
  "org.springframework.web.servlet.HandlerInterceptor",
  "org.springframework.web.servlet.HandlerMapping",
  "org.springframework.web.servlet.config.annotation.InterceptorRegistry",
  "org.springframework.web.servlet.config.annotation.WebMvcConfigurer"
]]
/**
 * Asks for the scope {@code <collection>:read} or {@code <collection>:write} before anything else of a request is
 * read. It goes by the path, so no operation is open because somebody forgot to say otherwise.
 */
@Component
class ScopeInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            return true;
        }
        // Such as /api/[#if practices["api-versioning"]??]v1/[/#if]things/{id}
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        String collection = pattern.split("/")[[=(practices["api-versioning"]??)?then(3, 2)]];
        String scope = collection + (READING.contains(request.getMethod()) ? ":read" : ":write");
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.getAuthorities().contains(new SimpleGrantedAuthority("SCOPE_" + scope))) {
            throw new AccessDeniedException(scope);
        }
        return true;
    }
}
[/@code.importing]
