package baton.intake.batch.model;

/** How the lines of a package fared. {@code received} counts every line that is not empty. */
public record Counts(int received, int created, int repeated, int amended, int rejected) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

  public Counts plusCreated() {
    return new Counts(received + 1, created + 1, repeated, amended, rejected);
  }

  public Counts plusRepeated() {
    return new Counts(received + 1, created, repeated + 1, amended, rejected);
  }

  public Counts plusAmended() {
    return new Counts(received + 1, created, repeated, amended + 1, rejected);
  }

  public Counts plusRejected() {
    return new Counts(received + 1, created, repeated, amended, rejected + 1);
  }

  public Counts plus(Counts more) {
    return new Counts(
        received + more.received,
        created + more.created,
        repeated + more.repeated,
        amended + more.amended,
        rejected + more.rejected);
  }

  /** Something in it was not known before. */
  public boolean tellsSomethingNew() {
    return created + amended > 0;
  }
}
