[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.sorted]
import [=java.package].platform.problem.Problem;
import [=java.package].platform.problem.ProblemException;
import java.util.List;
import org.springframework.http.ETag;
[/@code.sorted]

/** The versions that a client is willing to change. */
public record IfMatch(List<ETag> tags) {

    /** Reads the header of this name. */
    public static IfMatch valueOf(String header) {
        List<ETag> tags = ETag.parse(header);
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("no entity tag");
        }
        return new IfMatch(tags);
    }

    static String entityTag(long version) {
        return "\"" + version + "\"";
    }

    void require(long version) {
        ETag current = ETag.create(entityTag(version));
        if (tags.stream().noneMatch(tag -> tag.isWildcard() || tag.compare(current, true))) {
            throw new ProblemException(
                    Problem.PRECONDITION_FAILED, "The resource was changed since it was read; read it again.");
        }
    }
}
