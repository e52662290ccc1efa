package baton.allocation.caseload;

import baton.contract.Recorded;
import baton.contract.ReferralId;
import baton.contract.allocation.CustodyReverted;
import baton.platform.sql.Sql;
import baton.roster.Cover;

/** Who has a case, as one event leaves it. */
record HolderChange(Sql sql, Recorded<?> recorded, ReferralId referral) {
  /** What the last holder proposed goes with him or her. */
  void holds(Stage stage, Cover holder) {
    sql.update(
        """
        update case_file
           set stage = ?, force = ?, team = ?, person = ?, post = ?, held_since = ?,
               keeper = null, outcome = null, proposed_by = null
         where referral = ?\
        """,
        stage,
        holder.organisation(),
        holder.team(),
        holder.person(),
        holder.post(),
        recorded.recordedTime(),
        referral);
  }

  /**
   * Where it stands, it stays: at the NCA with another assessor, at a force with another person.
   */
  void reverted(CustodyReverted e) {
    var to = new Cover(e.organisation(), e.team(), e.person(), e.post());
    sql.update(
        """
        insert into nca_assessment (referral, organisation, team, person, post)
        select referral, ?, ?, ?, ? from case_file
         where referral = ? and stage in ('RECEIVED', 'DISSEMINATED')
        on conflict (referral) do update
          set organisation = excluded.organisation, team = excluded.team,
              person = excluded.person, post = excluded.post
          where nca_assessment.person is not distinct from ?\
        """,
        to.organisation(),
        to.team(),
        to.person(),
        to.post(),
        referral,
        e.fromPerson());
    sql.update(
        """
        update case_file
           set stage = case stage when 'WITH_OFFICER' then 'WITH_FORCE' else stage end,
               force = ?, team = ?, person = ?, post = ?, held_since = ?,
               outcome = null, proposed_by = null
         where referral = ? and stage not in ('RECEIVED', 'DISSEMINATED')\
        """,
        to.organisation(),
        to.team(),
        to.person(),
        to.post(),
        recorded.recordedTime(),
        referral);
  }

  /** With an officer again where one had it who accepted it as such. */
  void reopened(Cover to) {
    sql.update(
        """
        update case_file c
           set stage = case when exists (
                 select 1 from allocation_offer a where a.referral = c.referral
                    and a.officer = ? and a.state = 'ACCEPTED')
                 then 'WITH_OFFICER' else 'WITH_FORCE' end,
               force = ?, team = ?, person = ?, post = ?, held_since = ?,
               outcome = null, proposed_by = null, confirmed_by = null, concluded_at = null
         where referral = ?\
        """,
        to.person(),
        to.organisation(),
        to.team(),
        to.person(),
        to.post(),
        recorded.recordedTime(),
        referral);
  }
}
