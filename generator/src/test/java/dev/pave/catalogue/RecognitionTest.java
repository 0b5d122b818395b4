package dev.pave.catalogue;

import static dev.pave.catalogue.TestCatalogue.bullet;
import static dev.pave.catalogue.TestCatalogue.practices;
import static dev.pave.catalogue.TestCatalogue.technologies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.persona.PersonaReader;
import dev.pave.persona.PersonaReader.Document;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

    @Test
    void aPhraseIsFoundAsWholeWordsOnly() {
        assertThat(practices("an SLA for customers")).contains("service-level-agreement");
        assertThat(practices("a slab of concrete")).isEmpty();
        assertThat(practices("chosen by hazard, cspan")).isEmpty();
    }

    @Test
    void aNameThatIsAlsoAWordIsFoundInItsOwnLetterCaseOnly() {
        assertThat(technologies("REST or GraphQL")).containsExactly("rest", "graphql");
        assertThat(technologies("the rest of the helm")).isEmpty();
        assertThat(technologies("a swift answer, express delivery, a flask of coffee"))
                .isEmpty();
    }

    @Test
    void letterCaseHyphensAndPluralsDoNotMatter() {
        assertThat(practices("MULTI STAGE builds")).containsExactly("multi-stage-build");
        assertThat(practices("circuit-breakers")).contains("circuit-breakers");
        assertThat(practices("Network Policies")).contains("network-policy");
    }

    @Test
    void noPhraseReachesOverAComma() {
        assertThat(practices("soft, delete")).doesNotContain("soft-delete");
        assertThat(practices("a soft delete")).containsExactly("soft-delete");
    }

    @ParameterizedTest
    @CsvSource({
        "테스트 커버리지를 높게 유지, unit-test-coverage",
        "재해 복구는 필수, disaster-recovery",
        "코드 리뷰에서 배운다, code-review-approvals",
        "CSRF를 막는다, csrf-protection",
        "쿼리 최적화합니다, query-optimization",
        "소프트 삭제와 복원, soft-delete"
    })
    void aKoreanWordIsFoundWithItsParticle(String text, String practice) {
        assertThat(practices(text)).contains(practice);
    }

    @Test
    void koreanTextIsFoundHoweverItIsEncoded() {
        String decomposed = Normalizer.normalize("소프트 삭제", Normalizer.Form.NFD);

        assertThat(practices(decomposed)).containsExactly("soft-delete");
    }

    @Test
    void aTechnologyInsideALongerNameIsNotTheShorterOne() {
        assertThat(technologies("React Native")).containsExactly("react-native");
        assertThat(technologies("React and React Native")).containsExactly("react", "react-native");
    }

    @Test
    void aTechnologyHasTheVersionBehindItsName() {
        assertThat(bullet("React 18+, Next.js 14, Redis").technologies())
                .extracting(mention -> mention.technology().id()
                        + mention.version().map(v -> " " + v).orElse(""))
                .containsExactly("react 18+", "nextjs 14", "redis");
    }

    @Test
    void onePhraseMayAskForSeveralPractices() {
        assertThat(practices("Dockerfile best practices"))
                .contains("multi-stage-build", "minimal-image", "pinned-image", "non-root-image", "image-health-check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Unit test coverage 80%+|unit-test-coverage|80 %",
                "테스트 커버리지 85 퍼센트|unit-test-coverage|85 %",
                "Code review (최소 2명 approval)|code-review-approvals|2",
                "Code review with at least two approvals|code-review-approvals|2",
                "Build → Test → Deploy (5분 이내)|pipeline-duration|5 min",
                "build, test and deploy in 5 minutes: build test deploy|pipeline-duration|5 min",
                "99.9% uptime SLA|uptime-objective|99.9 %",
                "Uptime of 99.95 percent|uptime-objective|99.95 %",
                "Disaster recovery plan (RTO 1시간, RPO 5분)|recovery-time-objective|60 min",
                "Disaster recovery plan (RTO 1시간, RPO 5분)|recovery-point-objective|5 min",
                "RTO: 90s|recovery-time-objective|1.5 min",
                "Error budget (0.1% downtime = 43분/월)|error-budget|43 min/month",
                "Error budget: 43 minutes a month|error-budget|43 min/month",
                "Error Budget: (1 - SLO) × period (0.1% × 30일 = 43분)|error-budget|43 min/month",
                "지연 시간 <50ms|latency-objective|50 ms",
                "학생 수: 글로벌 학생 10,000명, 동시 접속 1,000명|user-capacity|10000",
                "학생 수: 글로벌 학생 10,000명, 동시 접속 1,000명|concurrent-users|1000",
                "10,000 registered users, 1,000 concurrent|user-capacity|10000",
                "10,000 registered users, 1,000 concurrent|concurrent-users|1000",
                "MAU 100만+|monthly-active-users|1000000",
                "MAU 3M|monthly-active-users|3000000"
            })
    void aFigureBelongsToThePracticeBesideIt(String text, String practice, String figure) {
        assertThat(bullet(text).practices())
                .filteredOn(mention -> mention.practice().id().value().equals(practice))
                .singleElement()
                .satisfies(mention ->
                        assertThat(mention.figure().map(Figure::display)).contains(figure));
    }

    @Test
    void aNumberOfAnotherKindIsNoFigureOfThePractice() {
        assertThat(bullet("Unit test coverage within 5 minutes")
                        .practices()
                        .get(0)
                        .figure())
                .isEmpty();
    }

    @Test
    void ofSeveralPersonasAllAreSourcesAndTheStrictestFigureHolds() {
        Recognition recognition = Recognition.of(
                PersonaReader.parse(List.of(
                        new Document("a.md", "# Persona: a\n\n- test coverage 80%\n- RTO 4 hours\n"),
                        new Document("b.md", "# Persona: b\n\n- 테스트 커버리지 90%\n- RTO 30분\n"))),
                TestCatalogue.bundled());

        RequestedPractice coverage = recognition.practices().get(new PracticeId("unit-test-coverage"));
        RequestedPractice recovery = recognition.practices().get(new PracticeId("recovery-time-objective"));
        assertThat(coverage.sources())
                .extracting(source -> source.location().toString())
                .containsExactly("a.md:3", "b.md:3");
        assertThat(coverage.stated()).extracting(Figure::display).containsExactly("80 %", "90 %");
        assertThat(coverage.figures()).extracting(Figure::display).containsExactly("90 %");
        assertThat(recovery.figures()).extracting(Figure::display).containsExactly("30 min");
    }

    @Test
    void aPersonaOfAKindNeverSeenIsReadAndItsUnknownLinesAreListed() {
        Recognition recognition = Recognition.of(PersonaReader.parse("mobile.md", """
                # Persona: mobile-developer
                # Author: @someone
                # Category: 모바일

                # 시니어 모바일 개발자

                ## 핵심 정체성
                당신은 시니어 모바일 개발자입니다.

                ## 기술 스택
                - **Android**: Kotlin, Jetpack Compose
                - **iOS**: SwiftUI, Combine
                - **백엔드 연동**: REST API, GraphQL, 오프라인 동기화

                ## 원칙
                - 앱 시작 시간 2초 이내
                - 테스트 커버리지 75% 이상
                - 단계적 출시 후 자동 롤백
                - 접근성은 항상 먼저

                Provide:
                - Deep links
                - CI with GitHub Actions
                """), TestCatalogue.bundled());

        PersonaReading mobile = recognition.personas().get(0);
        assertThat(mobile.technologies())
                .extracting(mention -> mention.technology().id().value())
                .contains("kotlin", "rest", "graphql", "github-actions");
        assertThat(recognition.practices().keySet())
                .extracting(PracticeId::value)
                .contains("unit-test-coverage", "automated-rollback", "github-actions");
        assertThat(mobile.unrecognised())
                .extracting(reading ->
                        reading.item().location() + " " + reading.item().summary())
                .containsExactly(
                        "mobile.md:12 iOS: SwiftUI, Combine",
                        "mobile.md:16 앱 시작 시간 2초 이내",
                        "mobile.md:19 접근성은 항상 먼저",
                        "mobile.md:22 Deep links");
        assertThat(mobile.readings().stream().flatMap(reading -> reading.overlooked().stream()))
                .containsExactly("Jetpack Compose", "오프라인 동기화");
    }
}
