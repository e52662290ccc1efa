package baton.local.client;

/** The four services, in the order of their ports: {@code BATON_PORT_BASE} + 1 to + 4. */
public enum ServiceName {
  INTAKE,
  RISK,
  ALLOCATION,
  ESCALATION;

  /** As the process, its log and its database are called: {@code intake}. */
  public String slug() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public int portOffset() {
    return ordinal() + 1;
  }
}
