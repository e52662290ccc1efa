package baton.escalation.notices.model;

import baton.contract.Grade;
import baton.contract.escalation.FindingKind;
import baton.contract.escalation.Rung;

/** What is told one by one, and what once a day. Source: issue, "Ladder"; design section 5. */
public final class NoticeRule {
  private NoticeRule() {}

  /** Inspectors and above get a digest, and are told at once only of what cannot wait for it. */
  public static boolean atOnce(Rung rung, FindingKind kind, boolean urgent, Grade priority) {
    return rung.compareTo(Rung.INSPECTOR) < 0
        || kind == FindingKind.NO_CUSTODIAN
        || urgent
        || priority == Grade.VERY_HIGH;
  }
}
