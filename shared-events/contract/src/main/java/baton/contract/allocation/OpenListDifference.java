package baton.contract.allocation;

/** In what a force's own list of open cases and Baton disagree about a referral. */
public enum OpenListDifference {
  /** The force has it in Baton, and its list lacks it. */
  NOT_IN_FORCE_LIST,
  /** The list has it as open, and in Baton it is concluded or elsewhere. */
  NOT_OPEN_IN_BATON
}
