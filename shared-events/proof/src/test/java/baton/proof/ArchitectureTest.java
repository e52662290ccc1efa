package baton.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "baton", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule whoever_verifies_needs_the_jdk_and_a_tokenizer =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("baton.proof", "java..", "com.fasterxml.jackson.core..");
}
