package baton.escalation.watching.model;

/**
 * When a team has, or is given, more than it can complete. The domain reference has no numbers;
 * these are this project's choice.
 *
 * @param openPerMember more open referrals than this for each active member is too much
 * @param inflowExcess by so much more than is completed may come in: 0.5 is half as much again
 * @param inflowMin a difference smaller than this says nothing
 */
public record Capacity(int openPerMember, double inflowExcess, int inflowMin) {
  /**
   * A team at one moment.
   *
   * @param open what it has now
   * @param active members who are there; a team of nobody is judged as one person
   * @param came within the days that are looked at
   * @param completed within the same days
   */
  public record Load(int open, int active, int came, int completed) {}

  public boolean exceededBy(Load load) {
    return tooMuchOpen(load) || tooMuchComes(load);
  }

  private boolean tooMuchOpen(Load load) {
    return load.open() > (long) openPerMember * Math.max(1, load.active());
  }

  private boolean tooMuchComes(Load load) {
    int excess = load.came() - load.completed();
    return excess >= inflowMin && load.came() > load.completed() * (1 + inflowExcess);
  }
}
