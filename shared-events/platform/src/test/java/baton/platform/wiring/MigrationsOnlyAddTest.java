package baton.platform.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During an upgrade the version before works on with the tables of the new one: a migration only
 * adds, and what is added may be left out. Source: docs/operating.md, "Upgrading".
 */
class MigrationsOnlyAddTest {
  private static final Path ROOT = Path.of("..", "..");

  /** What has happened already and cannot be undone, and why it does no harm any more. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of("V124__webhook_registrant.sql", "V127 lets webhooks be made without it again");

  private static final List<Pattern> TAKES_AWAY =
      Stream.of(
              "\\bdrop (table|column|schema|view|function)\\b",
              "\\brename\\b",
              "\\balter column \\S+ (set data )?type\\b",
              "\\bdrop default\\b",
              // Each of several added columns is looked at alone: up to the next one's comma.
              "\\badd column (?:(?!, add column|\\bdefault\\b).)*\\bnot null"
                  + "(?!(?:(?!, add column).)*\\bdefault\\b)")
          .map(Pattern::compile)
          .toList();

  private static final Pattern SET_NOT_NULL =
      Pattern.compile("\\balter column (\\S+) set not null\\b");

  @Test
  void what_the_version_before_needs_stays() throws IOException {
    var found = new TreeSet<String>();
    int read = 0;
    for (Path folder : folders())
      for (Path migration : migrations(folder)) {
        read++;
        if (takesAway(Files.readString(migration))) found.add(migration.getFileName().toString());
      }
    assertThat(read).as("migrations of all modules").isGreaterThan(40);
    assertThat(found).isEqualTo(EXCEPTIONS.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table webhook drop column url;",
        "DROP TABLE webhook;",
        "alter table webhook rename column url to address;",
        "alter table webhook alter column attempts type bigint;",
        "alter table webhook add column a int;\nalter table webhook alter column a set not null;",
        "alter table webhook add column a int not null;",
        "alter table webhook\n"
            + "  add column a text not null default 'x',\n"
            + "  add column b int not null;",
        "alter table webhook add column a int not null,\n add column b int not null default 0;"
      })
  void what_takes_away_is_found(String migration) {
    assertThat(takesAway(migration)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table a (b int not null, c text not null);",
        "alter table webhook add column a int not null default 0, add column b text;",
        "alter table webhook add column a int default 0 not null;",
        "-- drop table webhook: in the version after the next\n"
            + "alter table webhook add column a int;",
        "alter table w alter column a set default 0;\nalter table w alter column a set not null;",
        "drop index webhook_due;",
        "alter table webhook alter column a drop not null;"
      })
  void what_adds_is_not(String migration) {
    assertThat(takesAway(migration)).isFalse();
  }

  private static boolean takesAway(String migration) {
    String sql =
        migration.replaceAll("--[^\n]*", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    for (String statement : sql.split(";"))
      if (TAKES_AWAY.stream().anyMatch(each -> each.matcher(statement).find())) return true;
    return SET_NOT_NULL
        .matcher(sql)
        .results()
        .anyMatch(set -> !sql.contains("alter column " + set.group(1) + " set default"));
  }

  private static List<Path> folders() throws IOException {
    var found = new ArrayList<Path>();
    for (Path parent : List.of(ROOT, ROOT.resolve("shared-events")))
      try (Stream<Path> modules = Files.list(parent)) {
        modules
            .map(module -> module.resolve("src/main/resources/db"))
            .filter(Files::isDirectory)
            .forEach(found::add);
      }
    return found;
  }

  private static List<Path> migrations(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).toList();
    }
  }
}
