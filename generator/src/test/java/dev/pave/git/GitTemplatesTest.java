package dev.pave.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.workspace.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates of a Git repository: which commit is meant, what is fetched, what is refused, and what the cache bears. */
class GitTemplatesTest {

    private static final Location PLACE = new Location("pave.yaml", 4, 3);
    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    @TempDir
    private Path temporary;

    private RemoteRepository remote;

    @BeforeEach
    void serve() {
        remote = RemoteRepository.in(temporary.resolve("remote.git")).file("a.txt", "one");
    }

    private GitTemplates templates() {
        return GitTemplates.of(environment(), "ssh");
    }

    private GitEnvironment environment() {
        return new GitEnvironment(Map.of(), temporary.resolve("home"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private TemplateRequest newest() {
        return new TemplateRequest(new GitUrl(remote.url()), Optional.empty(), false, "");
    }

    private TemplateRequest ref(String ref) {
        return new TemplateRequest(new GitUrl(remote.url()), Optional.of(ref), false, "");
    }

    private TemplateVersion resolve(TemplateRequest request) {
        return templates().resolve(request, Optional.empty(), PLACE);
    }

    private String text(TemplateVersion version, String path) {
        return new String(templates().files(version, "", PLACE).get(path), StandardCharsets.UTF_8);
    }

    private static String refused(ThrowingCallable call) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, call);
        assertThat(refused).as("refused").isNotNull();
        return refused.problems().get(0).toString();
    }

    @Test
    void theNewestTagIsThatOfTheHighestVersionNotTheLastNorTheLastInTheAlphabet() {
        String commit = remote.commit();
        remote.tag("v1.10.0");
        remote.file("a.txt", "two").commit();
        remote.tag("v1.9.0").tag("latest").tag("v01.20.0");

        assertThat(resolve(newest()))
                .isEqualTo(new TemplateVersion(new GitUrl(remote.url()), "refs/tags/v1.10.0", commit));
        assertThat(text(resolve(newest()), "a.txt")).isEqualTo("one");
    }

    @Test
    void aPrereleaseIsTheNewestOnlyOnRequest() {
        remote.commit();
        remote.tag("v1.0.0").tag("v2.0.0-rc.2").tag("v2.0.0-rc.10");

        assertThat(resolve(newest()).shortRef()).isEqualTo("v1.0.0");
        assertThat(resolve(new TemplateRequest(new GitUrl(remote.url()), Optional.empty(), true, ""))
                        .shortRef())
                .isEqualTo("v2.0.0-rc.10");
        assertThat(resolve(ref("v2.0.0-rc.2")).shortRef()).isEqualTo("v2.0.0-rc.2");
    }

    @Test
    void aPrefixTellsTheVersionsOfOneTemplateRootFromThoseOfAnother() {
        remote.commit();
        remote.tag("v9.0.0").tag("web-v1.2.0").tag("web-v1.10.0").tag("webby-v3.0.0");

        assertThat(resolve(new TemplateRequest(new GitUrl(remote.url()), Optional.empty(), false, "web-"))
                        .shortRef())
                .isEqualTo("web-v1.10.0");
    }

    @Test
    void withoutAVersionTheUserIsAskedForARef() {
        remote.commit();
        remote.tag("v1.0.0-beta");

        assertThat(refused(() -> resolve(newest())))
                .startsWith("pave.yaml:4:3: ")
                .contains("no tag of a release that is a semantic version", "ask for prereleases");
    }

    @Test
    void aTagABranchAndACommitAreFound() {
        String first = remote.commit();
        remote.annotatedTag("v1.0.0");
        String second = remote.file("a.txt", "two").commit();
        remote.branch("next");
        String third = remote.file("a.txt", "three").commit();

        assertThat(resolve(ref("v1.0.0")).commit()).isEqualTo(first);
        assertThat(resolve(ref("next")).commit()).isEqualTo(second);
        assertThat(resolve(ref("refs/heads/main")).commit()).isEqualTo(third);
        assertThat(text(resolve(ref("v1.0.0")), "a.txt")).isEqualTo("one");
        assertThat(text(resolve(ref("next")), "a.txt")).isEqualTo("two");
        assertThat(text(resolve(ref(third)), "a.txt")).isEqualTo("three");
    }

    @Test
    void aCommitThatNoRefNamesAnyMoreIsStillFetched() {
        String first = remote.commit();
        remote.file("a.txt", "two").commit();

        assertThat(text(resolve(ref(first)), "a.txt")).isEqualTo("one");
    }

    @Test
    void aCommitThatIsNotThereIsReported() {
        remote.commit();

        assertThat(refused(() -> text(resolve(ref("0123456789012345678901234567890123456789")), "a.txt")))
                .startsWith("pave.yaml:4:3: ")
                .contains("cannot be fetched");
    }

    @Test
    void aRefThatIsNotThereIsReportedWithTheNearest() {
        String commit = remote.commit();
        remote.tag("v1.0.0").branch("stable");

        assertThat(refused(() -> resolve(ref("stabel")))).contains("no tag or branch 'stabel'", "'stable'");
        assertThat(refused(() -> resolve(ref(commit.substring(0, 8))))).contains("all 40 digits");
    }

    @Test
    void aNameOfATagAndABranchIsRefused() {
        remote.commit();
        remote.tag("x").branch("x");

        assertThat(refused(() -> resolve(ref("x")))).contains("say refs/tags/x or refs/heads/x");
        assertThat(resolve(ref("refs/heads/x")).ref()).isEqualTo("refs/heads/x");
    }

    @Test
    void aTagThatMovedIsReportedWhetherItOrANewerOneIsWanted() {
        String was = remote.commit();
        remote.tag("v1.0.0");
        TemplateVersion locked = resolve(newest());
        String now = remote.file("a.txt", "other").commit();
        remote.tag("v1.0.0").tag("v1.1.0");

        assertThat(refused(() -> templates().resolve(newest(), Optional.of(locked), PLACE)))
                .contains("the tag v1.0.0 of", "was " + was, "is now " + now);
        assertThat(refused(() -> templates().resolve(ref("v1.0.0"), Optional.of(locked), PLACE)))
                .contains("is now " + now);
        assertThat(refused(() -> templates().files(locked, "", PLACE))).contains("is now " + now);
        assertThat(templates().resolve(ref(now), Optional.of(locked), PLACE).commit())
                .isEqualTo(now);
    }

    @Test
    void aBranchMayMove() {
        remote.commit();
        TemplateVersion locked = resolve(ref("main"));
        String now = remote.file("a.txt", "other").commit();

        assertThat(templates().resolve(ref("main"), Optional.of(locked), PLACE).commit())
                .isEqualTo(now);
    }

    @Test
    void onlyAFolderIsReadWhereOneIsNamed() {
        remote.file("web/templates.yaml", "x").file("web/a/b.txt", "y").link("elsewhere/link", "/etc/passwd");
        remote.commit();

        assertThat(templates().files(resolve(ref("main")), "web", PLACE)).containsOnlyKeys("templates.yaml", "a/b.txt");
        assertThat(refused(() -> templates().files(resolve(ref("main")), "webs", PLACE)))
                .contains("has no folder 'webs'");
        assertThat(refused(() -> templates().files(resolve(ref("main")), "a.txt", PLACE)))
                .contains("has no folder");
    }

    @Test
    void linksSubmodulesPointersAndHugeFilesAreRefused() {
        remote.link("features/x/files/y", "../../../../../etc/passwd").commit();
        assertThat(refused(() -> text(resolve(ref("main")), "a.txt"))).contains("@main/features/x/files/y: is a link");

        remote.without("features/x/files/y").submodule("features/z").commit();
        assertThat(refused(() -> text(resolve(ref("main")), "a.txt"))).contains("features/z: is a submodule");

        remote.without("features/z")
                .file("big", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
                .commit();
        assertThat(refused(() -> text(resolve(ref("main")), "a.txt"))).contains("big: is kept in Git LFS");

        remote.file("big", "x".repeat((1 << 20) + 1)).commit();
        assertThat(refused(() -> text(resolve(ref("main")), "a.txt"))).contains("big: is larger than 1048576 bytes");
    }

    @Test
    void whatIsInTheCacheNeedsNoServer() throws IOException {
        remote.commit();
        TemplateVersion version = resolve(ref("main"));
        text(version, "a.txt");
        Trees.delete(temporary.resolve("remote.git"));

        assertThat(text(version, "a.txt")).isEqualTo("one");
        assertThat(refused(() -> resolve(ref("main")))).contains("cannot be fetched", "git ls-remote");
    }

    @Test
    void aBrokenCacheIsFetchedAgainWhateverIsBroken() throws IOException {
        remote.file("b.txt", "some text that is long enough to be compressed ".repeat(20))
                .commit();
        TemplateVersion version = resolve(ref("main"));
        text(version, "a.txt");

        int broken = 0;
        for (Path file : cached()) {
            for (byte[] content : List.of(new byte[0], damaged(file))) {
                if (Files.exists(file)) {
                    file.toFile().setWritable(true);
                    Files.write(file, content);
                    broken++;
                }
                assertThat(text(version, "a.txt")).as(file.toString()).isEqualTo("one");
                assertThat(text(version, "b.txt")).as(file.toString()).startsWith("some text");
            }
        }
        assertThat(broken).isGreaterThan(4);
    }

    @Test
    void aCacheThatSomebodyForgedIsNotBelieved() throws IOException {
        remote.commit();
        TemplateVersion version = resolve(ref("main"));
        text(version, "a.txt");
        Path place = repositoryInTheCache();
        Trees.delete(place);
        RemoteRepository forged = RemoteRepository.in(place).file("a.txt", "evil");
        forged.commit();

        assertThat(text(version, "a.txt")).isEqualTo("one");
    }

    @Test
    void aBrokenCacheWithoutAServerIsReportedAndNothingWrongIsUsed() throws IOException {
        remote.commit();
        TemplateVersion version = resolve(ref("main"));
        text(version, "a.txt");
        Trees.delete(temporary.resolve("remote.git"));
        for (Path file : cached()) {
            file.toFile().setWritable(true);
            Files.write(file, damaged(file));
        }

        assertThat(refused(() -> text(version, "a.txt"))).contains("cannot be fetched");
    }

    @Test
    void severalAtOnceAllGetTheFilesAndLeaveOneCopy() throws Exception {
        for (int i = 0; i < 50; i++) {
            remote.file("f" + i, "content " + i);
        }
        remote.commit();
        TemplateVersion version = resolve(ref("main"));
        int processes = 6;
        CyclicBarrier start = new CyclicBarrier(processes);
        ExecutorService pool = Executors.newFixedThreadPool(processes);
        try {
            List<Future<SortedMap<String, byte[]>>> results = new ArrayList<>();
            for (int i = 0; i < processes; i++) {
                GitTemplates own = templates();
                results.add(pool.submit(() -> {
                    start.await();
                    return own.files(version, "", PLACE);
                }));
            }
            for (Future<SortedMap<String, byte[]>> result : results) {
                assertThat(result.get()).hasSize(51);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(besideTheCached()).isEmpty();
        assertThat(text(version, "f7")).isEqualTo("content 7");
    }

    @Test
    void whatAKilledProcessLeftIsDeletedADayLater() throws IOException {
        remote.commit();
        text(resolve(ref("main")), "a.txt");
        Path parent = repositoryInTheCache().getParent();
        Path old = Files.createDirectories(parent.resolve(".fetch-1/objects")).getParent();
        Path young = Files.createDirectory(parent.resolve(".fetch-2"));
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(90_000)));
        Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(60)));

        remote.file("a.txt", "two").commit();
        text(resolve(ref("main")), "a.txt");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void theCacheIsWhereTheUserWantsItAndNothingElseIsWritten() throws IOException {
        remote.commit();
        Path caches = temporary.resolve("caches");
        GitEnvironment environment = new GitEnvironment(
                Map.of("XDG_CACHE_HOME", caches.toString()), temporary.resolve("home"), Clock.systemUTC());

        GitTemplates.of(environment).files(resolve(ref("main")), "", PLACE);

        assertThat(caches.resolve("pave/templates")).isDirectory();
        assertThat(temporary.resolve("home")).doesNotExist();
    }

    @Test
    void sshIsAskedWithoutAWordThatItCouldTakeForAnOption() throws IOException {
        remote.commit();
        Path log = temporary.resolve("log");
        Path ssh = temporary.resolve("ssh");
        Files.writeString(ssh, "#!/bin/sh\necho \"$*\" >> '" + log + "'\nfor last; do :; done\nexec sh -c \"$last\"\n");
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwxr-xr-x"));
        GitTemplates bySsh = GitTemplates.of(environment(), ssh.toString());
        String url = "ssh://git@templates.example:2222" + temporary.resolve("remote.git");
        TemplateRequest request = new TemplateRequest(new GitUrl(url), Optional.of("main"), false, "");

        TemplateVersion version = bySsh.resolve(request, Optional.empty(), PLACE);

        assertThat(new String(bySsh.files(version, "", PLACE).get("a.txt"), StandardCharsets.UTF_8))
                .isEqualTo("one");
        assertThat(Files.readAllLines(log))
                .isNotEmpty()
                .allMatch(line -> line.matches("-o BatchMode=yes -o ConnectTimeout=\\d+ -p 2222 -- "
                        + "git@templates\\.example git-upload-pack '.*remote\\.git'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--upload-pack=touch x        | looks like an option",
                "-oProxyCommand=x             | looks like an option",
                "ext::sh -c touch             | blank",
                "ext::sh%20-c                 | remote helper",
                "fd::17                       | remote helper",
                "http://example.org/a.git     | transport http",
                "git://example.org/a.git      | transport git",
                "ftp://example.org/a.git      | transport ftp",
                "https://user@example.org/a   | user or password",
                "https://u:s3cret@example.org/a | user or password",
                "https://a:b@c@example.org/a  | user or password",
                "ssh://git:s3cret@example.org/a | user or password",
                "https://example.org/a?token=s3cret | query",
                "ssh://-oProxyCommand=x/a     | option",
                "ssh://-l@example.org/a       | option",
                "git@-oProxyCommand=x:a       | option",
                "git@example.org:-a           | names no repository",
                "git@example.org:a'b          | names no repository",
                "file://example.org/a         | names no place",
                "https://example.org          | names no repository",
                "relative/path                | none that Pave understands"
            })
    void anAddressThatCouldDoHarmIsRefusedWithoutBeingRepeated(String address, String reason) {
        GitUrl.Refusal refusal = GitUrl.refusal(address).orElseThrow();

        assertThat(refusal.message()).contains(reason);
        assertThat(refusal.message() + refusal.remedy()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a.git",
        "https://example.org:8443/team/a",
        "ssh://example.org/a.git",
        "ssh://git@example.org:22/a.git",
        "git@example.org:team/a.git",
        "file:///srv/a.git"
    })
    void anAddressThatGitKnowsIsTaken(String address) {
        assertThat(GitUrl.refusal(address)).isEmpty();
        assertThat(GitUrl.isMeant(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"templates", "../templates", "/srv/templates", "C:\\templates", "a@b", "./-x"})
    void aDirectoryIsNoAddress(String directory) {
        assertThat(GitUrl.isMeant(directory)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"--upload-pack=x", "-x", "a..b", "a b", "a~1", "a^{commit}", "a:b", "@{u}", "a.lock", "refs/tags/a..b"})
    void aRefThatCouldDoHarmIsRefused(String ref) {
        assertThat(TemplateRequest.refusal(ref)).isPresent();
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> walk = Files.walk(repositoryInTheCache())) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path repositoryInTheCache() throws IOException {
        Path root = temporary.resolve("home/.cache/pave/templates");
        try (Stream<Path> walk = Files.walk(root, 2)) {
            return walk.filter(path -> path.getFileName().toString().matches("[0-9a-f]{40}"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Path> besideTheCached() throws IOException {
        try (Stream<Path> entries = Files.list(repositoryInTheCache().getParent())) {
            return entries.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static byte[] damaged(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 3; i < bytes.length; i += 7) {
            bytes[i] ^= 0x55;
        }
        return bytes;
    }
}
