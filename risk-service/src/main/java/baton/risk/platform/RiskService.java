package baton.risk.platform;

import baton.platform.ServiceDefinition;
import baton.risk.assessment.AssessmentAggregate;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What risk-service is made of. */
public class RiskService {

  @Produces
  @Singleton
  ServiceDefinition definition() {
    return ServiceDefinition.of(AssessmentAggregate.class);
  }
}
