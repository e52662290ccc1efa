package baton.contract.feed;

import java.util.List;

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
          "catch-up",
          "confirm-outcome",
          "confirm-recorded-acceptance",
          "decline-allocation",
          "decline-dissemination",
          "disseminate",
          "propose-outcome",
          "receive-disseminations",
          "record-acceptance",
          "record-action",
          "record-local-reference",
          "reopen",
          "review",
          "secure-content",
          "withdraw-allocation",
          "withdraw-dissemination");

  private CommandNames() {}

  /** The CloudEvent's type. */
  public static String type(String name) {
    return "baton.command." + name + ".v1";
  }
}
