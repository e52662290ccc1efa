package baton.local.stories;

import baton.local.client.Staff;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Brings one referral after another as far as a story needs it, hand by hand and at one moment.
 *
 * @param staff who do it
 * @param now business time, for what is recorded as done
 * @param referral the body of a referral, from its reference and its force
 * @param prefix of the references
 */
public final class Hands {
  private static final String AGENCY = "ncmec";
  private static final String ASSESSOR = Staff.worker(Staff.NCA, 9);

  private final Staff staff;
  private final Supplier<String> now;
  private final Bodies referral;
  private final String prefix;
  private int count;

  /** Writes a referral as its agency sends it. */
  public interface Bodies {
    Object of(String reference, String force);
  }

  public Hands(Staff staff, Supplier<String> now, Bodies referral, String prefix) {
    this.staff = staff;
    this.now = now;
    this.referral = referral;
    this.prefix = prefix;
  }

  public List<String> one(String brought) {
    return List.of(brought);
  }

  public List<String> many(int n, Supplier<String> each) {
    return Stream.generate(each).limit(n).toList();
  }

  public String triaged(String force, String priority) {
    String reference = "%s-%03d".formatted(prefix, ++count);
    String sent = staff.send(AGENCY, referral.of(reference, force));
    staff.offerToAssessor(sent, ASSESSOR);
    staff.assessorAccepts(sent, ASSESSOR);
    staff.triage(sent, ASSESSOR, priority);
    return sent;
  }

  public String disseminated(String force, String priority) {
    String sent = triaged(force, priority);
    staff.disseminate(sent, force);
    return sent;
  }

  public String accepted(String force, String priority) {
    String sent = triaged(force, priority);
    staff.forceAccepts(sent, force, staff.disseminate(sent, force));
    return sent;
  }

  public String acceptedAndGraded(String force, String priority) {
    return then(accepted(force, priority), sent -> staff.grade(sent, ASSESSOR, priority));
  }

  /** To one officer after the other, as by e-mail to both: neither answers. */
  public String offeredToTwo(String force, String priority) {
    String sent = acceptedAndGraded(force, priority);
    staff.allocate(sent, force, Staff.worker(force, 0));
    staff.allocate(sent, force, Staff.worker(force, 1));
    return sent;
  }

  public String withOfficer(String force, String priority) {
    String sent = accepted(force, priority);
    String officer = Staff.worker(force, 0);
    staff.officerAccepts(sent, force, officer, staff.allocate(sent, force, officer));
    return sent;
  }

  public String graded(String force, String priority) {
    return then(withOfficer(force, priority), sent -> staff.grade(sent, ASSESSOR, priority));
  }

  /** Enforcement was taken, and the case stays open. */
  public String acted(String force, String priority) {
    return then(
        graded(force, priority),
        sent -> staff.acts(sent, force, Staff.worker(force, 0), "VOLUNTARY_ATTENDANCE", now.get()));
  }

  private static String then(String referral, Function<String, ?> step) {
    step.apply(referral);
    return referral;
  }
}
