import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Knowledge;
import dev.pave.lifecycle.VerifyRepository;
import dev.pave.verify.Finding;
import dev.pave.verify.Validator;
import dev.pave.verify.sql.FlywayValidator;
import dev.pave.verify.sql.SqlDatabase;
import dev.pave.verify.sql.SqlQueries;
import dev.pave.verify.validate.Validators;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pave verify} finds in each of many directories, in one process: lines of directory, rule and file, with tabs between. For
 * .ci/compare, since a hundred starts of a virtual machine and a database take an hour. Arguments: the version of Pave, and directories.
 */
final class VerifyEach {

    private VerifyEach() {}

    public static void main(String[] arguments) {
        try (SqlDatabase database = new SqlDatabase()) {
            List<Validator> validators = new ArrayList<>(Validators.all());
            validators.add(new FlywayValidator(database));
            VerifyRepository verify = new VerifyRepository(
                    Knowledge.read(Optional.empty(), List.of()), arguments[0], GitEnvironment.ofProcess(), validators, new SqlQueries(database));
            for (String directory : List.of(arguments).subList(1, arguments.length)) {
                VerifyRepository.Request request =
                        new VerifyRepository.Request(Path.of(directory), List.of(), Optional.empty(), Optional.empty());
                for (Finding finding : verify.verify(request).report().verification().findings()) {
                    System.out.println(directory + "\t" + finding.rule() + "\t" + finding.place().source());
                }
            }
        }
    }
}
