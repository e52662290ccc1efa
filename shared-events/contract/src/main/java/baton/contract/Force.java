package baton.contract;

/** A police force that a referral can be disseminated to. */
public record Force(OrganisationCode code, String name) {}
