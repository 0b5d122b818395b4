package dev.pave.lifecycle.update;

import static dev.pave.lifecycle.update.Updating.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends real processes while they update. */
class UpdateKilledTest {

    private static final int KILLS = 6;
    private static final int LONGEST_LIFE_MILLISECONDS = 400;
    private static final int FILES = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path place;

    @Test
    void aKillAtAnyMomentLosesNoEditAndTheNextUpdateRecovers() throws Exception {
        Updating repository = templates(given(place), 0).generated();
        for (int i = 0; i < FILES; i++) {
            repository.edit(name(i), text(0).replace("last", "mine " + i));
        }
        repository.committed();
        Random random = new Random(20261122);
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Victim.class.getName(),
                            place.toString(),
                            String.valueOf(kill * 100_000))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            assertThat(process.getInputStream().read()).isEqualTo('!');
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLISECONDS));
            process.destroyForcibly().waitFor();

            // The first may only complete what was begun.
            templates(repository, -kill).update().update();

            assertThat(repository.status()).as("after kill %d", kill).isEmpty();
            for (int i = 0; i < FILES; i++) {
                assertThat(repository.file(name(i))).isEqualTo(text(-kill).replace("last", "mine " + i));
            }
        }
        assertThat(repository.git("fsck", "--no-dangling")).doesNotContain("error", "missing");
    }

    private static Updating templates(Updating repository, int version) {
        for (int i = 0; i < FILES; i++) {
            repository.template(name(i), text(version));
        }
        return repository;
    }

    private static String name(int i) {
        return "d" + i % 5 + "/file" + i + ".txt";
    }

    private static String text(int version) {
        return "version " + version + "\n" + "the same\n".repeat(20) + "last\n";
    }

    /** What is killed. */
    static final class Victim {

        public static void main(String[] arguments) {
            Updating repository = given(Path.of(arguments[0]));
            int first = Integer.parseInt(arguments[1]);
            templates(repository, first).update();
            System.out.write('!');
            System.out.flush();
            for (int version = first + 1; version < first + 100_000; version++) {
                templates(repository, version).update();
            }
        }
    }
}
