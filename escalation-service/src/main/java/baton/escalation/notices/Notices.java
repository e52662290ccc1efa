package baton.escalation.notices;

import baton.contract.AlarmId;
import baton.contract.BatonEvent;
import baton.contract.EscalationId;
import baton.contract.OrganisationCode;
import baton.contract.Recorded;
import baton.contract.escalation.AlarmClimbed;
import baton.contract.escalation.AlarmRaised;
import baton.contract.escalation.ClockName;
import baton.contract.escalation.EscalationClimbed;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;
import baton.escalation.alarms.AlarmTable;
import baton.escalation.alarms.model.AlarmCause;
import baton.escalation.ladder.model.Told;
import baton.escalation.notices.About.Subject;
import baton.escalation.notices.model.Notice;
import baton.escalation.notices.model.NoticeRule;
import baton.journal.store.AppendListener;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Puts into the outbox whom to tell, in the transaction of what there is to tell. Only what this
 * service itself appends is told: a sweep and a refold append nothing, and what comes back from the
 * log after a restore was told before.
 */
@ApplicationScoped
public class Notices implements AppendListener {
  private static final UUID NAMESPACE = UUID.fromString("9c7d3b52-0f3a-5b5e-9e8a-5f0d1c2b3a49");

  private final Addresses addresses;
  private final NoticesConfig config;

  public Notices(Addresses addresses, NoticesConfig config) {
    this.addresses = addresses;
    this.config = config;
  }

  @Override
  public void appended(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    if (!addresses.any()) return;
    for (var recorded : events)
      switch (recorded.event()) {
        case EscalationClimbed e -> climbed(e, recorded, transaction);
        case AlarmRaised e -> raised(e, recorded, transaction);
        case AlarmClimbed e -> climbed(e, recorded, transaction);
        default -> {}
      }
  }

  @Override
  public void returned(List<Recorded<? extends BatonEvent>> events, Connection transaction) {
    // The world was told when they were appended.
  }

  /**
   * Tells of what was raised and no alarm stands for. The notice's id is drawn from the escalation:
   * looked at twice it is told once.
   */
  public void raised(Collection<EscalationId> escalations, Connection transaction) {
    if (!addresses.any() || escalations.isEmpty()) return;
    for (Subject subject : About.on(transaction).of(escalations)) raised(subject, transaction);
  }

  private void raised(Subject subject, Connection transaction) {
    UUID id =
        UuidCreator.getNameBasedSha1(
            NAMESPACE, subject.escalation() + "/raised/" + subject.raisedAt());
    var told = new Told(subject.organisation(), subject.person(), subject.post());
    Notice notice =
        notice(subject, id, "baton.escalation-raised", subject.raisedAt(), Rung.CUSTODIAN, told);
    add(notice, transaction);
    if (subject.kind() != FindingKind.HAND_OFF_OVERDUE) return;
    // R2: who offered it and who has not answered are told, each on their own side.
    add(notice.to(subject.organisation(), Rung.SERGEANT), transaction);
    OrganisationCode receiver = receiver(subject);
    if (receiver != null) add(notice.to(receiver, Rung.SERGEANT), transaction);
  }

  /** The force that has not accepted; where the hand-off is within one house, nobody else. */
  private static OrganisationCode receiver(Subject subject) {
    boolean offered = subject.clock() == ClockName.FORCE_ACCEPTS && subject.force() != null;
    return offered && !subject.force().equals(subject.organisation()) ? subject.force() : null;
  }

  private void climbed(EscalationClimbed e, Recorded<?> recorded, Connection transaction) {
    var told = new Told(e.organisation(), e.person(), e.post());
    for (Subject subject : About.on(transaction).of(List.of(e.escalation())))
      if (NoticeRule.atOnce(e.rung(), subject.kind(), subject.urgent(), subject.priority()))
        add(
            notice(
                subject,
                recorded.id().value(),
                "baton.escalation-climbed",
                recorded.recordedTime(),
                e.rung(),
                told),
            transaction);
  }

  private void raised(AlarmRaised e, Recorded<?> recorded, Connection transaction) {
    var cause = new AlarmCause(e.kind(), e.clock(), e.organisation(), e.team(), e.person());
    var told = new Told(e.organisation(), e.person(), null);
    add(
        notice(
            cause, e.alarm(), e.referrals(), recorded, "baton.alarm-raised", Rung.CUSTODIAN, told),
        transaction);
  }

  private void climbed(AlarmClimbed e, Recorded<?> recorded, Connection transaction) {
    var told = new Told(e.organisation(), e.person(), e.post());
    AlarmTable.on(transaction)
        .find(e.alarm())
        .filter(alarm -> NoticeRule.atOnce(e.rung(), alarm.cause().kind(), false, null))
        .ifPresent(
            alarm ->
                add(
                    notice(
                        alarm.cause(),
                        e.alarm(),
                        alarm.referrals(),
                        recorded,
                        "baton.alarm-climbed",
                        e.rung(),
                        told),
                    transaction));
  }

  private Notice notice(Subject subject, UUID id, String type, Instant at, Rung rung, Told told) {
    return new Notice(
        id,
        type,
        at,
        rung,
        told.organisation(),
        subject.team(),
        told.person(),
        told.post(),
        subject.reference() == null ? subject.referral().toString() : subject.reference(),
        subject.kind(),
        subject.clock(),
        subject.due(),
        1,
        subject.confirmed(),
        config.link() + "/escalations?referral=" + subject.referral(),
        List.of());
  }

  private Notice notice(
      AlarmCause cause,
      AlarmId alarm,
      int referrals,
      Recorded<?> recorded,
      String type,
      Rung rung,
      Told told) {
    return new Notice(
        recorded.id().value(),
        type,
        recorded.recordedTime(),
        rung,
        told.organisation(),
        cause.team(),
        told.person(),
        told.post(),
        null,
        cause.kind(),
        cause.clock(),
        null,
        referrals,
        true,
        config.link() + "/alarms/" + alarm,
        List.of());
  }

  private void add(Notice notice, Connection transaction) {
    Outbox.on(transaction).add(notice, addresses.of(notice));
  }
}
