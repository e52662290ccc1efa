package baton.allocation.caseload;

import baton.contract.Recorded;
import baton.contract.allocation.ContentSecured;
import baton.contract.allocation.LocalReferenceRecorded;
import baton.contract.allocation.OpenListAgreed;
import baton.contract.allocation.OpenListDiffered;
import baton.contract.allocation.SupervisorReviewed;
import baton.platform.sql.Sql;

/** What is kept of a case beside who has it. */
record OversightChange(Sql sql, Recorded<?> recorded) {
  void of(LocalReferenceRecorded e) {
    sql.update(
        """
        insert into local_reference (force, system, reference, referral, recorded_at)
        values (?, ?, ?, ?, ?)\
        """,
        e.force(),
        e.system(),
        e.reference(),
        e.referral(),
        recorded.recordedTime());
  }

  void of(ContentSecured e) {
    sql.update(
        """
        update case_file set content_secured_at = ?, content_secured_by = ?, content_until = ?
         where referral = ?\
        """,
        recorded.recordedTime(),
        e.by(),
        e.until(),
        e.referral());
  }

  void of(SupervisorReviewed e) {
    sql.update(
        """
        insert into supervisor_review
          (event, referral, organisation, by_person, grade, owner, next_review, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        recorded.id(),
        e.referral(),
        e.organisation(),
        e.by(),
        e.grade(),
        e.owner(),
        e.nextReview(),
        recorded.recordedTime());
  }

  void of(OpenListDiffered e) {
    sql.update(
        """
        insert into open_list_difference (referral, force, system, difference, since)
        values (?, ?, ?, ?, ?)
        on conflict (referral, force, system) do update
          set difference = excluded.difference, since = excluded.since\
        """,
        e.referral(),
        e.force(),
        e.system(),
        e.difference(),
        recorded.recordedTime());
  }

  void of(OpenListAgreed e) {
    sql.update(
        "delete from open_list_difference where referral = ? and force = ? and system = ?",
        e.referral(),
        e.force(),
        e.system());
  }
}
