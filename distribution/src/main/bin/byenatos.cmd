@echo off
rem The Byenatos virtual core: byenatos help
setlocal
for %%I in ("%~dp0..") do set "DISTRIBUTION=%%~fI"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1" ^| findstr /i /c:" version "') do if not defined VERSION set "VERSION=%%~V"
if not defined VERSION (
  echo byenatos: Java is missing. Install Java 17 or later, or set JAVA_HOME. 1>&2
  exit /b 1
)
for /f "tokens=1 delims=.-+" %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% LSS 17 (
  echo byenatos: Java 17 or later is needed; this one is version %VERSION%. 1>&2
  exit /b 1
)

set "OPT_OUT_TRACKING=true"
"%JAVA%" "@%DISTRIBUTION%\conf\jvm.options" %JAVA_OPTS% "-Dbyenatos.distribution=%DISTRIBUTION%" "-Djava.library.path=%DISTRIBUTION%\boot\native" -cp "%DISTRIBUTION%\boot\*" org.byenatos.launcher.Main %*
exit /b %ERRORLEVEL%
