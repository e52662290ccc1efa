package baton.contract.feed;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a force's system may send on the force's commands topic: {@code baton.command.<name>.v1}. A
 * name is for ever, as a type is; more may come.
 */
public final class CommandNames {
  /** By name. */
  public static final List<String> ALL =
      List.of(
          "accept-allocation",
          "accept-dissemination",
          "acknowledge-handling",
          "allocate",
          "bring-own",
          "catch-up",
          "confirm-outcome",
          "confirm-recorded-acceptance",
          "decline-allocation",
          "decline-dissemination",
          "disseminate",
          "grade",
          "propose-outcome",
          "receive-disseminations",
          "record-acceptance",
          "record-action",
          "record-local-reference",
          "reopen",
          "report-progress",
          "review",
          "secure-content",
          "withdraw-allocation",
          "withdraw-dissemination");

  /** Takes what no other service does, and answers what is no command of this version at all. */
  private static final String OTHERWISE = "allocation-service";

  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "bring-own", "intake-service",
          "report-progress", "intake-service",
          "grade", "risk-service");

  private static final String BEFORE = "baton.command.";
  private static final String BEHIND = ".v1";

  private CommandNames() {}

  /** The CloudEvent's type. */
  public static String type(String name) {
    return BEFORE + name + BEHIND;
  }

  /** The name in a CloudEvent's type; empty where the type is no command of this version. */
  public static Optional<String> named(String type) {
    if (type == null || !type.startsWith(BEFORE) || !type.endsWith(BEHIND)) return Optional.empty();
    if (type.length() <= BEFORE.length() + BEHIND.length()) return Optional.empty();
    return Optional.of(type.substring(BEFORE.length(), type.length() - BEHIND.length()))
        .filter(ALL::contains);
  }

  /** The commands that a service takes, by name. */
  public static List<String> of(String service) {
    return ALL.stream().filter(name -> service(name).equals(service)).toList();
  }

  /**
   * Which of the services takes a record and answers it: each record one, and no other.
   *
   * @param type of the record's CloudEvent, or null where it cannot be read
   */
  public static String takenBy(String type) {
    return named(type).map(CommandNames::service).orElse(OTHERWISE);
  }

  private static String service(String name) {
    return ELSEWHERE.getOrDefault(name, OTHERWISE);
  }
}
