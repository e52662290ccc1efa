package baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, over a checkout whose Maven and JDKs are stand-ins. */
class BatonScriptTest {
  private static final Path SCRIPT = Path.of("../../baton").toAbsolutePath().normalize();

  @TempDir Path folder;
  private Path checkout;
  private Path jdks;

  @BeforeEach
  void layOut() throws IOException {
    checkout = Files.createDirectories(folder.resolve("checkout"));
    jdks = Files.createDirectories(folder.resolve("jdks"));
    Files.copy(SCRIPT, checkout.resolve("baton"));
    program(
        checkout.resolve("mvnw"),
        """
        echo "built with $JAVA_HOME" >> builds
        echo "$*" >> arguments
        for service in intake risk allocation escalation; do
          mkdir -p $service-service/target/quarkus-app
          touch $service-service/target/quarkus-app/quarkus-run.jar
        done
        mkdir -p deploy/local/target/lib deploy/bench/target/lib
        """);
    Files.createDirectories(checkout.resolve("deploy/local/src/main/java"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
  }

  private record Ran(int exit, List<String> out, List<String> err) {}

  private Ran baton(Path script, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("PATH", folder.resolve("older/bin") + ":/usr/bin:/bin");
    builder.environment().put("BATON_JDK_PLACES", jdks.toString());
    builder.environment().remove("JAVA_HOME");
    var err = folder.resolve("err");
    var process = builder.redirectError(err.toFile()).start();
    List<String> out;
    try (var lines = process.inputReader().lines()) {
      out = lines.toList();
    }
    return new Ran(process.waitFor(), out, Files.readAllLines(err));
  }

  @Test
  void without_a_jdk_that_is_new_enough_one_line_says_how_to_get_one() throws Exception {
    jdk(folder.resolve("older"), "17.0.15");
    var ran = baton(checkout.resolve("baton"), "status");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).singleElement().asString().contains("JDK 25", "install");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void an_older_java_first_on_the_path_is_passed_over() throws Exception {
    jdk(folder.resolve("older"), "17.0.15");
    jdk(jdks.resolve("temurin-25"), "25.0.1");
    var ran = baton(checkout.resolve("baton"), "status", "--of it");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .singleElement()
        .asString()
        .startsWith("java of 25.0.1")
        .endsWith("baton.local.Main status --of it");
  }

  @Test
  void it_works_from_anywhere_through_links() throws Exception {
    jdk(jdks.resolve("25"), "25");
    var link = Files.createSymbolicLink(folder.resolve("b1"), Path.of("checkout/baton"));
    var linkToLink = Files.createSymbolicLink(folder.resolve("b2"), link);
    var ran = baton(linkToLink, "status");
    assertThat(ran.out())
        .singleElement()
        .asString()
        .contains("-Dbaton.checkout=" + checkout.toRealPath());
  }

  @Test
  void it_builds_once_and_again_only_when_sources_change() throws Exception {
    jdk(jdks.resolve("25"), "25");
    var builds = checkout.resolve("builds");
    baton(checkout.resolve("baton"), "status");
    baton(checkout.resolve("baton"), "status");
    assertThat(builds).hasContent("built with " + jdks.resolve("25") + "\n");

    var source = checkout.resolve("deploy/local/src/main/java/Changed.java");
    Files.writeString(source, "class Changed {}");
    var built = Files.getLastModifiedTime(checkout.resolve("deploy/local/target/built"));
    Files.setLastModifiedTime(source, FileTime.from(built.toInstant().plusSeconds(2)));
    baton(checkout.resolve("baton"), "status");
    assertThat(Files.readAllLines(builds)).hasSize(2);
  }

  @Test
  void measurements_are_built_apart_from_what_people_run_every_day() throws Exception {
    jdk(jdks.resolve("25"), "25");
    var arguments = checkout.resolve("arguments");
    baton(checkout.resolve("baton"), "status");
    assertThat(Files.readAllLines(arguments))
        .singleElement()
        .asString()
        .contains("-pl !deploy/bench");
    var ran = baton(checkout.resolve("baton"), "bench", "sweep", "--rounds", "1");
    assertThat(ran.out()).singleElement().asString().endsWith("baton.bench.Main sweep --rounds 1");
    assertThat(Files.readAllLines(arguments))
        .hasSize(2)
        .last()
        .asString()
        .contains("-pl deploy/bench -am");
  }

  @Test
  void the_last_line_counts_this_runs_tests_over_all_modules() throws Exception {
    jdk(jdks.resolve("25"), "25");
    stale("risk-service");
    mavenThatTests("");
    var ran = baton(checkout.resolve("baton"), "test");
    assertThat(ran.out().getLast()).isEqualTo("5 passed, 2 failed, 1 skipped");
    assertThat(ran.exit()).isNotZero();
  }

  @Test
  void a_module_that_did_not_compile_counts_as_failed() throws Exception {
    jdk(jdks.resolve("25"), "25");
    mavenThatTests(
        """
        echo '[INFO] Baton: risk-service ................ FAILURE [  1.2 s]'
        echo '[INFO] Baton: acceptance scenarios ........ SKIPPED'
        exit 1
        """);
    var ran = baton(checkout.resolve("baton"), "test");
    assertThat(ran.out().getLast()).isEqualTo("5 passed, 4 failed, 1 skipped");
    assertThat(ran.exit()).isNotZero();
  }

  @Test
  void maven_that_fails_before_any_test_is_not_a_success() throws Exception {
    jdk(jdks.resolve("25"), "25");
    program(checkout.resolve("mvnw"), "exit 1");
    var ran = baton(checkout.resolve("baton"), "test");
    assertThat(ran.out().getLast()).isEqualTo("0 passed, 1 failed, 0 skipped");
    assertThat(ran.exit()).isNotZero();
  }

  private void mavenThatTests(String afterwards) throws IOException {
    program(
        checkout.resolve("mvnw"),
        """
        report() {
          mkdir -p "$1/target/surefire-reports"
          printf '<?xml version="1.0"?>\\n<testsuite name="%s" time="1.5" tests="%s" errors="%s" skipped="%s" failures="%s">\\n</testsuite>\\n' \
            "$1" "$2" "$3" "$4" "$5" > "$1/target/surefire-reports/TEST-$1.xml"
        }
        report intake-service 6 1 1 1
        report allocation-service 2 0 0 0
        """
            + afterwards);
  }

  private void stale(String module) throws IOException {
    var reports = Files.createDirectories(checkout.resolve(module + "/target/surefire-reports"));
    Files.writeString(reports.resolve("TEST-old.xml"), "<testsuite tests=\"40\" errors=\"9\"/>\n");
  }

  private static void jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(home.resolve("bin/javac"), "");
    program(home.resolve("bin/java"), "echo \"java of " + version + " $*\"");
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
