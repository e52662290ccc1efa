/**
 * The events and their wire form. A force may depend on this module alone. The descriptor exists
 * because sealed types may span packages only inside a named module; the jar runs on the class path
 * as well.
 */
module baton.contract {
  requires transitive com.fasterxml.jackson.annotation;

  exports baton.contract;
  exports baton.contract.access;
  exports baton.contract.intake;
  exports baton.contract.risk;
  exports baton.contract.allocation;
  exports baton.contract.escalation;
  exports baton.contract.journal;
  exports baton.contract.feed;

  opens baton.contract;
  opens baton.contract.access;
  opens baton.contract.intake;
  opens baton.contract.risk;
  opens baton.contract.allocation;
  opens baton.contract.escalation;
  opens baton.contract.journal;
  opens baton.contract.feed;
}
