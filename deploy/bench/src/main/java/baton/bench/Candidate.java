package baton.bench;

/** Something that is measured against others in the same run. */
public interface Candidate {
  /** As it stands in the report. */
  String name();

  Measured run() throws Exception;
}
