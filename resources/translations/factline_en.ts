<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n context(s)</source>
        <translation>
            <numerusform>%n context</numerusform>
            <numerusform>%n contexts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s)</source>
        <translation>
            <numerusform>%n fact</numerusform>
            <numerusform>%n facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n policy(ies)</source>
        <translation>
            <numerusform>%n policy</numerusform>
            <numerusform>%n policies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n decision</numerusform>
            <numerusform>%n decisions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneratePanel</name>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message numerus="yes">
        <source>%1. %n reference(s) follow.</source>
        <translation>
            <numerusform>%1. %n reference follows.</numerusform>
            <numerusform>%1. %n references follow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removal</name>
    <message numerus="yes">
        <source>Removed %n element(s)</source>
        <translation>
            <numerusform>Removed %n element</numerusform>
            <numerusform>Removed %n elements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reference(s) now lead nowhere.</source>
        <translation>
            <numerusform>%n reference now leads nowhere.</numerusform>
            <numerusform>%n references now lead nowhere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message numerus="yes">
        <source>announced by %n event(s)</source>
        <translation>
            <numerusform>announced by %n event</numerusform>
            <numerusform>announced by %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n subscriber</numerusform>
            <numerusform>%n subscribers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>fed by %n event(s)</source>
        <translation>
            <numerusform>fed by %n event</numerusform>
            <numerusform>fed by %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>triggered by %n event(s)</source>
        <translation>
            <numerusform>triggered by %n event</numerusform>
            <numerusform>triggered by %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) read</source>
        <translation>
            <numerusform>%n thing read</numerusform>
            <numerusform>%n things read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::panels::InnerElements</name>
    <message numerus="yes">
        <source>and %n more; the outline lists them all</source>
        <translation>
            <numerusform>and %n more; the outline lists them all</numerusform>
            <numerusform>and %n more; the outline lists them all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::shell::MainWindow</name>
    <message numerus="yes">
        <source>%n reading problem(s) in the model. The first: %1</source>
        <translation>
            <numerusform>%n reading problem in the model. The first: %1</numerusform>
            <numerusform>%n reading problems in the model. The first: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::shell::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::shell::WhatIfBar</name>
    <message numerus="yes">
        <source>What if – %n thing(s) assumed, the model is as it was</source>
        <translation>
            <numerusform>What if – %n thing assumed, the model is as it was</numerusform>
            <numerusform>What if – %n things assumed, the model is as it was</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::GeneratedFilesModel</name>
    <message numerus="yes">
        <source>%n to write</source>
        <translation>
            <numerusform>%n to write</numerusform>
            <numerusform>%n to write</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>factline::viewmodels::OutlineModel</name>
    <message numerus="yes">
        <source>%1, %n problem(s)</source>
        <translation>
            <numerusform>%1, %n problem</numerusform>
            <numerusform>%1, %n problems</numerusform>
        </translation>
    </message>
</context>
</TS>
