package baton.contract.intake;

/**
 * What the sender reports. NCMEC's eight incident types map onto these. Source: design section 6.
 */
public enum ReferralType {
  POSSESSION_OR_DISTRIBUTION,
  ENTICEMENT,
  SEXUAL_ABUSE,
  TRAFFICKING,
  TRAVEL,
  UNSOLICITED_MATERIAL,
  MISLEADING_NAME_OR_WORDS,
  OTHER
}
