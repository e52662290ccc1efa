package baton.bench;

/**
 * What was to be reached, beside what was.
 *
 * @param atLeast the goal is a least; otherwise it is a most
 * @param reached null where it was not measured
 */
public record Goal(String what, double goal, boolean atLeast, Double reached) {
  public Boolean met() {
    if (reached == null) return null;
    return atLeast ? reached >= goal : reached <= goal;
  }

  /** One line of a table. */
  public String line() {
    String got = reached == null ? "not measured" : "%,.2f".formatted(reached);
    String judged = reached == null ? "" : met() ? "reached" : "NOT reached";
    String asked = (atLeast ? "at least " : "at most ") + "%,.2f".formatted(goal);
    return "%-62s %18s %14s  %s".formatted(what, asked, got, judged);
  }
}
